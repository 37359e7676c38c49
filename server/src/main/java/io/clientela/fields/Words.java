package io.clientela.fields;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import io.clientela.platform.Messages;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How a canonical value reads in a language; what can't be put into words is shown as it is. */
@Component
public final class Words {
    private static final int CHINA = 86;
    private static final int REMEMBERED = 20_000;

    /** A mobile number of mainland China in E.164. */
    private static final Pattern CHINESE_MOBILE = Pattern.compile("\\+861[3-9]\\d{9}");

    private final FieldCatalogue catalogue;
    private final Messages messages;
    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    /** Phones as they were written lately: the same pages of a list are looked at again and again. */
    private final Map<String, String> written = new ConcurrentHashMap<>();

    Words(FieldCatalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** The text of one canonical value. */
    public String text(Field field, String value, String language) {
        return text(catalogue.current().codeLists(), field, value, language);
    }

    /** The text of several values of one field. */
    public String text(Field field, Collection<String> values, String language) {
        CodeLists lists = catalogue.current().codeLists();
        if (values.size() == 1) {
            return text(lists, field, values.iterator().next(), language);
        }
        return values.stream()
                .map(value -> text(lists, field, value, language))
                .collect(Collectors.joining(language.equals("zh") ? "；" : "; "));
    }

    private String text(CodeLists lists, Field field, String value, String language) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                lists.find(field.codeList())
                        .map(list -> list.label(value, language))
                        .orElse(value);
            case REGION -> lists.regions().path(value, language);
            case YES_NO -> yesNo(value, language);
            case PHONE -> phone(value);
            case MONEY, NUMBER -> number(value, language);
            default -> value;
        };
    }

    private String yesNo(String value, String language) {
        return value.equals("yes") || value.equals("no") ? messages.text("word." + value, language, Map.of()) : value;
    }

    /** A Chinese mobile has its eleven digits as everybody there writes them; every other number its country code. */
    private String phone(String value) {
        if (CHINESE_MOBILE.matcher(value).matches()) {
            // Nine of ten numbers in a list; reading each through the library would take as long as all the rest.
            return value.substring(3);
        }
        String known = written.get(value);
        if (known == null) {
            if (written.size() >= REMEMBERED) {
                written.clear();
            }
            known = international(value);
            written.put(value, known);
        }
        return known;
    }

    private String international(String value) {
        try {
            PhoneNumber number = KeptPhones.read(value);
            boolean chinese = number.getCountryCode() == CHINA;
            if (chinese && phones.getNumberType(number) == PhoneNumberType.MOBILE) {
                return Long.toString(number.getNationalNumber());
            }
            return phones.format(number, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return value;
        }
    }

    private static String number(String value, String language) {
        try {
            BigDecimal number = new BigDecimal(value);
            NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language));
            format.setMinimumFractionDigits(Math.max(0, number.scale()));
            format.setMaximumFractionDigits(Math.max(0, number.scale()));
            return format.format(number);
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
