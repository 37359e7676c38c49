package io.clientela.kit.recognise;

import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.recognise.Target.Level;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a heading says beyond its field: which part of an address or region, which kind of document, which unit. */
final class Composites {

    private static final Set<String> COUNTRY =
            Set.of("国家", "国家地区", "国别", "所在国家", "country", "countryregion", "nation", "pais", "paisregion");
    private static final Set<String> PROVINCE = Set.of(
            "省份",
            "省",
            "所在省份",
            "所在省",
            "省自治区",
            "省市",
            "province",
            "state",
            "stateprovince",
            "stateorprovince",
            "county",
            "provincia",
            "comunidadautonoma",
            "estado",
            "comunidad");
    private static final Set<String> CITY = Set.of("市", "城市", "所在城市", "所在市", "地市", "地级市", "所属城市");
    private static final Set<String> DISTRICT = Set.of("区县", "区", "县", "所在区县", "区县市", "县区", "district", "distrito");

    private static final Set<String> NUMBER_BEFORE_STREET =
            Set.of("streetnumber", "housenumber", "houseno", "streetno");

    /** In Chinese and Spanish addresses the number follows the street. */
    private static final Set<String> NUMBER_AFTER_STREET = Set.of("门牌号", "门牌号码", "numero", "no", "num");

    private static final Pattern SECOND_LINE = Pattern.compile(".*(2|二|complemento|piso)");

    private static final Set<String> FIRST_SURNAME = Set.of("primerapellido", "apellido1", "apellidopaterno");
    private static final Set<String> SECOND_SURNAME = Set.of("segundoapellido", "apellido2", "apellidomaterno");

    private static final Pattern SOCIAL_SECURITY =
            Pattern.compile("soc ?sec.*|ssn|.*social security.*|.*seguridad social.*|社保.*");
    private static final Pattern RESIDENT_ID = Pattern.compile("(居民|公民|本人|客户)?身份(证|号)(件?号码?|编号)?");
    private static final Pattern PASSPORT = Pattern.compile("护照.*|passport.*|.*pasaporte");
    private static final Pattern SPANISH_ID =
            Pattern.compile("nif|dni|nie|(nif|dni) ?nie|d n i|n i f|n i e|(nif|dni) .*");

    private Composites() {}

    static Target target(String path, Field field, HeadingText heading) {
        Target target = Target.of(path);
        String compact = heading.compact();
        if (field.type() == FieldType.MONEY || field.type() == FieldType.NUMBER) {
            return target.times(heading.factor());
        }
        return switch (field.key()) {
            case "region" -> target.level(level(compact));
            case "address" -> target.part(addressPart(compact));
            case "family_name" ->
                target.part(FIRST_SURNAME.contains(compact) ? 1 : SECOND_SURNAME.contains(compact) ? 2 : 0);
            case "document_number" -> target.implying(documentType(heading.spaced()));
            default -> target;
        };
    }

    /** Whether the heading can be the city within a region given in several columns. */
    static boolean cityLevel(String heading) {
        return CITY.contains(HeadingText.of(heading).compact());
    }

    private static Level level(String compact) {
        if (COUNTRY.contains(compact)) {
            return Level.COUNTRY;
        }
        if (PROVINCE.contains(compact)) {
            return Level.PROVINCE;
        }
        if (DISTRICT.contains(compact)) {
            return Level.DISTRICT;
        }
        return CITY.contains(compact) ? Level.CITY : Level.WHOLE;
    }

    private static int addressPart(String compact) {
        if (NUMBER_BEFORE_STREET.contains(compact)) {
            return 1;
        }
        if (NUMBER_AFTER_STREET.contains(compact)) {
            return 3;
        }
        return SECOND_LINE.matcher(compact).matches() ? 4 : 2;
    }

    private static Map<String, String> documentType(String spaced) {
        if (SOCIAL_SECURITY.matcher(spaced).matches()) {
            return Map.of("document_type", "social_security");
        }
        if (RESIDENT_ID.matcher(spaced).matches()) {
            return Map.of("document_type", "resident_id");
        }
        if (PASSPORT.matcher(spaced).matches()) {
            return Map.of("document_type", "passport");
        }
        return SPANISH_ID.matcher(spaced).matches() ? Map.of("document_type", "nif") : Map.of();
    }
}
