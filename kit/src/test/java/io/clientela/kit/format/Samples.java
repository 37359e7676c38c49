package io.clientela.kit.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made in memory for tests, and the place of the shared samples. */
final class Samples {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Samples() {}

    /** Samples lie in a folder {@code shared/data} beside the project or above; {@code clientela.samples} names another. */
    static Path shared(String path) {
        String named = System.getProperty("clientela.samples", "");
        Path place = Path.of(named);
        for (Path up = Path.of("").toAbsolutePath(); named.isEmpty() && up != null; up = up.getParent()) {
            place = Files.exists(up.resolve("shared/data")) ? up.resolve("shared/data") : place;
        }
        return place.resolve(path);
    }

    static boolean present(String path) {
        return Files.exists(shared(path));
    }

    static Source csv(String text) {
        return Source.of("sample.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static Source csv(String text, String encoding) {
        return Source.of("sample.csv", text.getBytes(Charset.forName(encoding)));
    }

    static List<List<String>> cells(Source source) {
        try (Spreadsheet file = Spreadsheet.open(source);
                RowReader rows = file.sheet().open()) {
            return cells(rows);
        }
    }

    static List<List<String>> cells(RowReader rows) {
        List<List<String>> cells = new ArrayList<>();
        rows.forEachRemaining(row -> cells.add(row.cells()));
        return cells;
    }

    /** A workbook with the given sheetData contents under the names A, B, …; other parts replace or extend the usual ones. */
    static byte[] workbook(Map<String, String> otherParts, String... sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 1; i <= sheets.length; i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet")
                    .append(i)
                    .append(
                            ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
            relations
                    .append("<Relationship Id=\"rId")
                    .append(i)
                    .append("\" Type=\"")
                    .append(RELATIONS)
                    .append("/worksheet\" Target=\"worksheets/sheet")
                    .append(i)
                    .append(".xml\"/>");
            names.append("<sheet name=\"")
                    .append((char) ('A' + i - 1))
                    .append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"rId")
                    .append(i)
                    .append("\"/>");
        }
        parts.put(
                "[Content_Types].xml",
                HEAD
                        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
                        + types + "</Types>");
        parts.put(
                "_rels/.rels",
                HEAD
                        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                        + RELATIONS + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                HEAD + "<workbook " + MAIN + " xmlns:r=\"" + RELATIONS + "\"><sheets>" + names
                        + "</sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relations + "<Relationship Id=\"rId98\" Type=\"" + RELATIONS
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId99\" Type=\""
                        + RELATIONS + "/styles\" Target=\"styles.xml\"/></Relationships>");
        parts.put(
                "xl/sharedStrings.xml",
                HEAD + "<sst " + MAIN
                        + "><si><t>shared text</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh sb=\"0\" eb=\"1\"><t>READING</t></rPh></si></sst>");
        parts.put(
                "xl/styles.xml",
                HEAD + "<styleSheet " + MAIN
                        + "><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0.00&quot; days&quot;\"/></numFmts><cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"21\"/></cellXfs></styleSheet>");
        for (int i = 1; i <= sheets.length; i++) {
            parts.put(
                    "xl/worksheets/sheet" + i + ".xml",
                    HEAD + "<worksheet " + MAIN + "><sheetData>" + sheets[i - 1] + "</sheetData></worksheet>");
        }
        parts.putAll(otherParts);
        return zip(parts);
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
