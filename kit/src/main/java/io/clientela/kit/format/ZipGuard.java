package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.ACTIVE_CONTENT;
import static io.clientela.kit.format.FormatError.Code.BROKEN_XLSX;
import static io.clientela.kit.format.FormatError.Code.TOO_LARGE;
import static io.clientela.kit.format.FormatError.Code.XML_BOMB;
import static io.clientela.kit.format.FormatError.Code.ZIP_BOMB;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unfolds every part of a workbook once, keeping nothing, before anything parses it: what the archive says of its sizes is not
 * believed. No part of a workbook has a document type (ECMA-376 part 2, 9.1.4 forbids it), so {@code <!DOCTYPE} and
 * {@code <!ENTITY} anywhere are refused; inside text the sign {@code <} can't stand bare.
 */
final class ZipGuard {

    private final Limits limits;
    private long unfolded;

    private ZipGuard(Limits limits) {
        this.limits = limits;
    }

    static void check(Path file, Limits limits) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            refuseOtherKinds(zip);
            new ZipGuard(limits).checkParts(zip);
        } catch (ZipException e) {
            String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            throw message.contains("encrypted") ? Sniffer.encrypted() : FormatError.of(BROKEN_XLSX, e);
        } catch (IOException e) {
            throw FormatError.of(BROKEN_XLSX, e);
        }
    }

    private static void refuseOtherKinds(ZipFile zip) throws IOException {
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw Sniffer.unsupported("xlsb");
        }
        if (zip.getEntry("word/document.xml") != null) {
            throw Sniffer.unsupported("docx");
        }
        if (zip.getEntry("ppt/presentation.xml") != null) {
            throw Sniffer.unsupported("pptx");
        }
        ZipEntry mimetype = zip.getEntry("mimetype");
        if (mimetype != null) {
            throw Sniffer.unsupported("ods");
        }
        if (zip.getEntry("[Content_Types].xml") == null) {
            throw Sniffer.unsupported("zip");
        }
    }

    private void checkParts(ZipFile zip) throws IOException {
        if (zip.size() > limits.zipEntries()) {
            throw FormatError.of(ZIP_BOMB, "part", "", "limit", limits.zipEntries());
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (!entry.isDirectory()) {
                checkPart(zip, entry);
            }
        }
    }

    private void checkPart(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("xl/vbaproject.bin") || (lower.startsWith("xl/embeddings/") && lower.endsWith(".bin"))) {
            throw FormatError.of(ACTIVE_CONTENT, "part", name);
        }
        boolean xml = lower.endsWith(".xml") || lower.endsWith(".rels");
        boolean sharedTexts = lower.endsWith("sharedstrings.xml");
        long packed = Math.max(1, entry.getCompressedSize());
        long part = 0;
        DeclarationSearch search = new DeclarationSearch();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                part += n;
                unfolded += n;
                if (unfolded > limits.zipBytes()
                        || (part > limits.zipRatioFrom() && part / packed > limits.zipRatio())) {
                    throw FormatError.of(ZIP_BOMB, "part", name, "limit", limits.zipBytes());
                }
                if (sharedTexts && part > limits.sharedTextBytes()) {
                    throw FormatError.of(TOO_LARGE, "part", name, "limit", limits.sharedTextBytes());
                }
                if (xml && search.finds(buffer, n)) {
                    throw FormatError.of(XML_BOMB, "part", name);
                }
            }
        }
    }

    /** Looks for {@code <!D} and {@code <!E}; NUL bytes are passed over so that UTF-16 is seen through too. */
    private static final class DeclarationSearch {
        private int matched;

        boolean finds(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                if (b == '<') {
                    matched = 1;
                } else if (b != 0) {
                    if (matched == 2 && (b == 'D' || b == 'E')) {
                        return true;
                    }
                    matched = matched == 1 && b == '!' ? 2 : 0;
                }
            }
            return false;
        }
    }
}
