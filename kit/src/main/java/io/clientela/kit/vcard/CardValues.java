package io.clientela.kit.vcard;

import java.util.List;
import java.util.Map;

/**
 * What a card says as values of one record.
 *
 * @param record record type: an enterprise where the card says so, else an individual
 * @param country by which telephones and postal codes are read: that of the card's own address, else the one assumed
 * @param values raw values by field key; what couldn't be a field's value is kept with the card instead
 * @param contact values of a contact person of an enterprise, empty without one
 * @param kept the properties fields can't hold, as a card; empty without any
 * @param unused names of those no field says anything of, such as PHOTO
 */
public record CardValues(
        String record,
        String country,
        Map<String, String> values,
        Map<String, String> contact,
        String kept,
        List<String> unused) {

    public CardValues {
        values = Map.copyOf(values);
        contact = Map.copyOf(contact);
        unused = List.copyOf(unused);
    }
}
