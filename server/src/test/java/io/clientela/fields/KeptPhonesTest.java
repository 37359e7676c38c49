package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept reads as the library reads it. */
class KeptPhonesTest {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    @Test
    void anExampleOfEveryCountryAndKindReadsAsTheLibraryReadsIt() throws NumberParseException {
        List<String> examples = PHONES.getSupportedRegions().stream()
                .flatMap(region ->
                        Stream.of(PhoneNumberType.values()).map(type -> PHONES.getExampleNumberForType(region, type)))
                .filter(Objects::nonNull)
                .map(number -> PHONES.format(number, PhoneNumberFormat.E164))
                .toList();
        assertThat(examples).hasSizeGreaterThan(1_000);
        for (String example : examples) {
            assertThat(KeptPhones.read(example)).as(example).isEqualTo(PHONES.parse(example, "ZZ"));
        }
    }

    /** Only what the library would write in the same way again is ever kept. */
    @Property(tries = 2_000)
    void whateverIsKeptReadsAsTheLibraryReadsIt(@ForAll("numbers") String value) throws NumberParseException {
        PhoneNumber known;
        try {
            known = PHONES.parse(value, "ZZ");
        } catch (NumberParseException e) {
            Assume.that(false);
            return;
        }
        Assume.that(PHONES.format(known, PhoneNumberFormat.E164).equals(value));
        assertThat(KeptPhones.read(value)).isEqualTo(known);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Combinators.combine(
                        Arbitraries.of(PHONES.getSupportedCallingCodes()),
                        Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(13))
                .as((code, national) -> "+" + code + national);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+861088886666;ext=801", "+390612345678", "+8613812345678"})
    void extensionsAndLeadingZerosAreKept(String value) throws NumberParseException {
        assertThat(KeptPhones.read(value)).isEqualTo(PHONES.parse(value, "ZZ"));
    }
}
