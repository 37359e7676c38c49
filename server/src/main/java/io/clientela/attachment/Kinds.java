package io.clientela.attachment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of files that are taken, by the ending of their names: what is known to be harmless when it is opened, not all that isn't
 * known to do harm.
 */
final class Kinds {

    private static final String ZIP = "application/zip";
    private static final String OOXML = "application/x-tika-ooxml";
    private static final String OLE = "application/x-tika-msoffice";

    /** Any text, of which no rule says more; a web page or script among them is told by its content. */
    static final String TEXT = "text/plain";

    private static final Map<String, Kind> BY_ENDING = kinds();

    /** Endings at which a computer runs or draws what is inside. */
    private static final Set<String> RUN = Set.of(
            "exe", "com", "scr", "pif", "msi", "msp", "msix", "appx", "dll", "sys", "cpl", "bat", "cmd", "ps1", "psm1",
            "vbs", "vbe", "js", "jse", "mjs", "wsf", "wsh", "hta", "lnk", "url", "scf", "reg", "inf", "jar", "war",
            "class", "sh", "bash", "command", "run", "bin", "elf", "so", "app", "dmg", "pkg", "deb", "rpm", "apk",
            "ipa", "php", "phtml", "asp", "aspx", "jsp", "py", "pl", "rb", "html", "htm", "xhtml", "shtml", "mht",
            "mhtml", "svg", "svgz", "swf", "chm", "xll", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppsm",
            "ppam", "iso", "img", "vhd", "desktop");

    private Kinds() {}

    static Optional<Kind> of(String ending) {
        return Optional.ofNullable(BY_ENDING.get(ending));
    }

    static boolean runs(String ending) {
        return RUN.contains(ending);
    }

    /** Endings that are taken, those used most first. */
    static List<String> endings() {
        return List.copyOf(BY_ENDING.keySet());
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> all = new LinkedHashMap<>();
        put(all, "pdf", "application/pdf", "application/pdf");
        put(all, "jpg", "image/jpeg", "image/jpeg");
        put(all, "jpeg", "image/jpeg", "image/jpeg");
        put(all, "png", "image/png", "image/png");
        put(all, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIP, OOXML);
        put(all, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIP, OOXML);
        put(all, "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ZIP, OOXML);
        put(all, "doc", "application/msword", OLE, "application/msword");
        put(all, "xls", "application/vnd.ms-excel", OLE, "application/vnd.ms-excel");
        put(all, "ppt", "application/vnd.ms-powerpoint", OLE, "application/vnd.ms-powerpoint");
        put(all, "wps", "application/vnd.ms-works", OLE, ZIP);
        put(all, "et", "application/vnd.ms-excel", OLE, ZIP);
        put(all, "ofd", "application/ofd", ZIP);
        put(all, "odt", "application/vnd.oasis.opendocument.text", ZIP, "application/vnd.oasis.opendocument.text");
        put(
                all,
                "ods",
                "application/vnd.oasis.opendocument.spreadsheet",
                ZIP,
                "application/vnd.oasis.opendocument.spreadsheet");
        put(
                all,
                "odp",
                "application/vnd.oasis.opendocument.presentation",
                ZIP,
                "application/vnd.oasis.opendocument.presentation");
        put(all, "rtf", "application/rtf", "application/rtf");
        put(all, "txt", TEXT, TEXT);
        put(all, "csv", "text/csv", TEXT);
        put(all, "tsv", "text/tab-separated-values", TEXT);
        put(all, "md", "text/markdown", TEXT);
        put(all, "xml", "application/xml", "application/xml");
        put(all, "eml", "message/rfc822", "message/rfc822", TEXT);
        put(all, "msg", "application/vnd.ms-outlook", OLE, "application/vnd.ms-outlook");
        put(all, "vcf", "text/vcard", "text/x-vcard", "text/vcard", TEXT);
        put(all, "ics", "text/calendar", "text/calendar", TEXT);
        put(all, "gif", "image/gif", "image/gif");
        put(all, "webp", "image/webp", "image/webp");
        put(all, "bmp", "image/bmp", "image/bmp");
        put(all, "tif", "image/tiff", "image/tiff");
        put(all, "tiff", "image/tiff", "image/tiff");
        put(all, "heic", "image/heic", "image/heic", "image/heif");
        put(all, "mp3", "audio/mpeg", "audio/mpeg");
        put(all, "m4a", "audio/mp4", "audio/mp4", "application/mp4", "video/mp4", "video/quicktime");
        put(all, "wav", "audio/wav", "audio/vnd.wave");
        put(all, "amr", "audio/amr", "audio/amr");
        put(all, "mp4", "video/mp4", "video/mp4", "application/mp4", "video/quicktime");
        put(all, "mov", "video/quicktime", "video/quicktime", "video/mp4", "application/mp4");
        put(all, "zip", ZIP, ZIP);
        put(all, "7z", "application/x-7z-compressed", "application/x-7z-compressed");
        put(all, "rar", "application/vnd.rar", "application/x-rar-compressed");
        return all;
    }

    private static void put(Map<String, Kind> all, String ending, String type, String... contents) {
        all.put(ending, new Kind(type, Set.of(contents)));
    }

    /**
     * One kind.
     *
     * @param type the media type it is handed out as
     * @param contents what its content may look like; what is a special form of one of these fits as well
     */
    record Kind(String type, Set<String> contents) {}
}
