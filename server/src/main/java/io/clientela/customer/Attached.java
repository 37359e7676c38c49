package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.clientela.attachment.Attachment;
import io.clientela.platform.Json;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of a field that holds a stored file. It is kept with all that is shown of it, so that the journal tells of a file without
 * asking for it; entered, it is the id alone, and the gate adds the rest.
 *
 * @param size in bytes
 * @param type media type
 * @param sha256 of the content, in hexadecimal
 */
@JsonPropertyOrder({"id", "name", "size", "type", "sha256"})
public record Attached(long id, String name, long size, String type, String sha256) {

    private static final List<String> UNITS = List.of("kB", "MB", "GB");
    private static final double STEP = 1_000;

    static Attached of(Attachment attachment) {
        Attachment.About about = attachment.about();
        return new Attached(attachment.id(), about.name(), attachment.size(), about.type(), about.sha256());
    }

    /** Empty where nothing but an id is known. */
    static Optional<Attached> of(Value value) {
        return value.text().startsWith("{") ? Optional.of(Json.read(value.text(), Attached.class)) : Optional.empty();
    }

    /** The same without the id, by which a file and its copy are told apart and nothing else is. */
    static Optional<Attached> content(Value value) {
        return of(value).map(one -> new Attached(0, one.name, one.size, one.type, one.sha256));
    }

    Value value() {
        return Value.of(Json.write(this));
    }

    /** Name and size in a language. */
    String words(String language) {
        return name + " · " + size(language);
    }

    /** Name and checksum, by which whoever gets the file elsewhere can tell that it is this one. */
    String exported() {
        return name + " · SHA-256 " + sha256;
    }

    private String size(String language) {
        double amount = size / STEP;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.size() - 1) {
            amount /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language));
        format.setMaximumFractionDigits(amount < 10 ? 1 : 0);
        return format.format(Math.max(amount, 0.1)) + " " + UNITS.get(unit);
    }
}
