package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells the office files apart that come in the old compound container ([MS-CFB]) by the names of their streams, which stand in
 * UTF-16LE somewhere in it: a protected XLSX is wrapped so too ([MS-OFFCRYPTO] 2.3.1).
 */
final class OleContainers {

    private static final int LOOKED_AT = 64 << 20;

    private OleContainers() {}

    static FileShape shape(Source source) {
        if (holds(source, "EncryptedPackage")) {
            throw Sniffer.encrypted();
        }
        if (holds(source, "Workbook") || holds(source, "WORKBOOK")) {
            return FileShape.OLD_WORKBOOK;
        }
        // Excel 5 and 95 kept their texts in the code page of one office.
        throw Sniffer.unsupported(holds(source, "Book") ? "xls95" : "ole");
    }

    private static boolean holds(Source source, String stream) {
        byte[] sought = stream.getBytes(StandardCharsets.UTF_16LE);
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            int matched = 0;
            for (int read = 0; read < LOOKED_AT; read++) {
                int b = in.read();
                if (b < 0) {
                    return false;
                }
                // Restarting at 0 or 1 is enough: the first letter doesn't come again within the name as a prefix of
                // it.
                matched = b == (sought[matched] & 0xFF) ? matched + 1 : b == (sought[0] & 0xFF) ? 1 : 0;
                if (matched == sought.length) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw FormatError.of(UNREADABLE, e);
        }
    }
}
