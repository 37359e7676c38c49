package io.clientela.kit.vcard;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Cards between text and properties. */
final class CardText {

    private CardText() {}

    /** The first card of a text of any version; empty where there is none. */
    static Optional<VCard> read(String text) {
        try (VCardReader reader = new VCardReader(text)) {
            return Optional.ofNullable(reader.readNext());
        } catch (IOException | RuntimeException e) {
            // Whatever its parser stumbled over: this is no card it can read.
            return Optional.empty();
        }
    }

    /** As one card; properties that another version of the standard has are written all the same. */
    static String write(VCard card, VCardVersion version) {
        StringWriter text = new StringWriter();
        try (VCardWriter writer = new VCardWriter(text, version)) {
            writer.setAddProdId(false);
            writer.setVersionStrict(false);
            writer.setCaretEncodingEnabled(true);
            writer.write(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
