package io.clientela.kit.match;

import io.clientela.kit.fields.Matching;
import io.clientela.kit.match.compare.Street;
import io.clientela.kit.text.Names;
import io.clientela.kit.text.PhoneDigits;
import java.util.Locale;

/** Prepares profiles for comparing. */
final class FeatureMaking {

    private static final int DATE_LENGTH = 10;

    private FeatureMaking() {}

    static Features person(Profile profile) {
        Features features = common(profile);
        PersonName name = PersonName.of(
                profile.first(Matching.NAME), profile.first(Matching.GIVEN_NAME), profile.first(Matching.FAMILY_NAME));
        features.put(Slot.GIVEN, name.given());
        features.put(Slot.FAMILY, name.family());
        features.put(Slot.BIRTH, date(profile.first(Matching.BIRTH_DATE)));
        String gender = profile.first(Matching.GENDER);
        features.put(Slot.GENDER, gender.equals("male") || gender.equals("female") ? gender : "");
        features.put(Slot.EMPLOYER, Names.fold(profile.first(Matching.EMPLOYER)));
        return features;
    }

    static Features enterprise(Profile profile) {
        Features features = common(profile);
        profile.all(Matching.NAME).forEach(name -> features.put(name, Slot.TITLE_1));
        profile.all(Matching.OTHER_NAME).forEach(name -> features.put(name, Slot.TITLE_2, Slot.TITLE_3));
        features.put(Slot.REPRESENTATIVE, Names.fold(profile.first(Matching.REPRESENTATIVE)));
        return features;
    }

    private static Features common(Profile profile) {
        Features features = new Features();
        profile.all(Matching.PHONE)
                .forEach(phone -> features.put(PhoneDigits.national(phone), Slot.PHONE_1, Slot.PHONE_2, Slot.PHONE_3));
        profile.all(Matching.EMAIL)
                .forEach(email -> features.put(email.toLowerCase(Locale.ROOT), Slot.EMAIL_1, Slot.EMAIL_2));
        features.put(Slot.HANDLE, profile.first(Matching.HANDLE).toLowerCase(Locale.ROOT));
        profile.all(Matching.DOCUMENT).forEach(document -> features.put(document, Slot.DOCUMENT_1, Slot.DOCUMENT_2));
        features.put(Slot.REGION, profile.first(Matching.REGION));
        features.put(Slot.CITY, Names.fold(profile.first(Matching.CITY)));
        features.put(
                Slot.POSTAL, Names.fold(profile.first(Matching.POSTAL_CODE)).replace(" ", ""));
        Street street = Street.of(profile.first(Matching.ADDRESS));
        features.put(Slot.STREET, street.street());
        features.put(Slot.HOUSE, street.number());
        features.put(Slot.PREMISES, street.rest());
        return features;
    }

    private static String date(String value) {
        return value.length() == DATE_LENGTH ? value.replace("-", "") : "";
    }
}
