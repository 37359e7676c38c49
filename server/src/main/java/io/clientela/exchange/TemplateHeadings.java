package io.clientela.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Tells whether two files have the same headings, whatever their order, case, width and blanks. */
final class TemplateHeadings {

    private TemplateHeadings() {}

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The same for files with the same headings; empty for a file without any. */
    static String key(List<String> headings) {
        List<String> folded = headings.stream()
                .map(TemplateHeadings::folded)
                .filter(heading -> !heading.isEmpty())
                .sorted()
                .toList();
        if (folded.isEmpty()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", folded).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
