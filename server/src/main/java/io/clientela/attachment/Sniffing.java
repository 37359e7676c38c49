package io.clientela.attachment;

import io.clientela.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** What a file really is, by its first bytes; says no to what could do harm or isn't what it is called. Unpacks nothing. */
@Component
class Sniffing {

    /** As much as any rule of the detector looks at. */
    static final int LOOKED_AT = 1 << 16;

    /** What runs, or is drawn with scripts in it, when it is opened. */
    private static final Set<String> DANGEROUS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-bat",
            "application/x-sh",
            "application/x-msi",
            "application/java-vm",
            "application/java-archive",
            "application/javascript",
            "text/javascript",
            "application/x-shockwave-flash",
            "application/vnd.ms-htmlhelp",
            "application/x-ms-shortcut",
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "text/x-php",
            "text/x-python",
            "text/x-perl",
            "text/x-ruby",
            "text/x-jsp",
            "text/asp",
            "text/x-vbscript",
            "text/x-msdos-batch");

    private static final String UNKNOWN = MediaType.OCTET_STREAM.toString();

    private final MimeTypes detector = MimeTypes.getDefaultMimeTypes();

    /** Refuses by the name alone, before a byte is read. */
    static Kinds.Kind byName(String name) {
        String ending = FileName.ending(name);
        if (Kinds.runs(ending)) {
            throw new Refusal(AttachmentError.ATTACHMENT_DANGEROUS);
        }
        return Kinds.of(ending)
                .orElseThrow(() -> new Refusal(
                        AttachmentError.ATTACHMENT_KIND, Map.of("kinds", String.join(", ", Kinds.endings()))));
    }

    /** The media type of a file that begins like this; refuses what its name doesn't say. */
    String type(Kinds.Kind kind, byte[] beginning) {
        List<String> content = lineage(detected(beginning));
        if (content.stream().anyMatch(DANGEROUS::contains)) {
            throw new Refusal(AttachmentError.ATTACHMENT_DANGEROUS);
        }
        if (content.stream().noneMatch(kind.contents()::contains)) {
            throw new Refusal(AttachmentError.ATTACHMENT_MISMATCH);
        }
        return kind.type();
    }

    private MediaType detected(byte[] beginning) {
        int length = Math.min(beginning.length, LOOKED_AT);
        try {
            MediaType type = detector.detect(new ByteArrayInputStream(beginning, 0, length), new Metadata());
            return type.equals(MediaType.OCTET_STREAM) && isOldText(beginning, length) ? MediaType.TEXT_PLAIN : type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chinese text of before Unicode is taken for bytes; what no text has in any encoding is control characters. */
    private static boolean isOldText(byte[] beginning, int length) {
        for (int i = 0; i < length; i++) {
            byte each = beginning[i];
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
                return false;
            }
        }
        return true;
    }

    /** The type and what it is a special form of; that everything is bytes and a web page text says nothing. */
    private List<String> lineage(MediaType type) {
        return Stream.iterate(
                        type.getBaseType(),
                        one -> one != null && !one.toString().equals(UNKNOWN),
                        one -> detector.getMediaTypeRegistry().getSupertype(one))
                .map(MediaType::toString)
                .toList();
    }
}
