package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.ACTIVE_CONTENT;
import static io.clientela.kit.format.FormatError.Code.BROKEN_XLS;
import static io.clientela.kit.format.FormatError.Code.TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A workbook of Excel 97 to 2003 ([MS-XLS], BIFF8). Only the container and the layout of records are left to the library: cells
 * are read one record at a time, since its own model of a workbook holds every cell as an object.
 */
final class XlsWorkbook extends Spreadsheet {

    /** A sheet has 65,536 rows of 256 cells at most; registers of that size stay far below. */
    private static final long MOST_BYTES = 512L << 20;

    private final POIFSFileSystem container;
    private final SpooledFile file;
    private final Limits limits;
    private final XlsGlobals globals;

    private XlsWorkbook(POIFSFileSystem container, SpooledFile file, Limits limits, XlsGlobals globals) {
        this.container = container;
        this.file = file;
        this.limits = limits;
        this.globals = globals;
    }

    static XlsWorkbook open(Source source, Limits limits) {
        if (source.size() > MOST_BYTES) {
            throw FormatError.of(TOO_LARGE, "part", source.name(), "limit", MOST_BYTES);
        }
        SpooledFile file = SpooledFile.of(source, ".xls");
        POIFSFileSystem container = null;
        XlsWorkbook workbook = null;
        try {
            container = new POIFSFileSystem(file.path().toFile(), true);
            refuseActive(container.getRoot());
            try (InputStream stream = stream(container)) {
                workbook = new XlsWorkbook(container, file, limits, XlsGlobals.read(stream, limits));
            }
            return workbook;
        } catch (FormatError e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library reports broken parts with whatever exception it met.
            throw FormatError.of(BROKEN_XLS, e);
        } finally {
            if (workbook == null) {
                release(container, file);
            }
        }
    }

    /** Macros lie in a folder of their own, embedded objects in folders named MBD and a number. */
    private static void refuseActive(DirectoryNode root) {
        for (Entry entry : root) {
            String name = entry.getName();
            String upper = name.toUpperCase(Locale.ROOT);
            if (upper.startsWith("_VBA_PROJECT") || upper.startsWith("MBD") || upper.equals("MACROS")) {
                throw FormatError.of(ACTIVE_CONTENT, "part", name);
            }
        }
    }

    private static InputStream stream(POIFSFileSystem container) throws IOException {
        for (Entry entry : container.getRoot()) {
            if (entry.isDocumentEntry() && entry.getName().equalsIgnoreCase("Workbook")) {
                return container.createDocumentInputStream(entry.getName());
            }
        }
        throw Sniffer.unsupported("ole");
    }

    @Override
    public FileShape shape() {
        return FileShape.OLD_WORKBOOK;
    }

    @Override
    public List<? extends Sheet> sheets() {
        return globals.sheets().stream().map(WorkbookSheet::new).toList();
    }

    @Override
    public void close() {
        release(container, file);
    }

    /** The copy on disk goes whatever becomes of the container. */
    private static void release(@org.jspecify.annotations.Nullable POIFSFileSystem container, SpooledFile file) {
        try (file) {
            if (container != null) {
                container.close();
            }
        } catch (IOException e) {
            throw FormatError.of(FormatError.Code.UNREADABLE, e);
        }
    }

    private final class WorkbookSheet implements Sheet {

        private final XlsGlobals.Place place;

        WorkbookSheet(XlsGlobals.Place place) {
            this.place = place;
        }

        @Override
        public String name() {
            return place.name();
        }

        @Override
        public RowReader open(long from) {
            try {
                return open(stream(container), from);
            } catch (FormatError e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw FormatError.of(BROKEN_XLS, e);
            }
        }

        private RowReader open(InputStream stream, long from) throws IOException {
            boolean open = false;
            try {
                stream.skipNBytes(place.position());
                RowReader rows = new SkippingRows(new XlsRows(stream, globals, limits), row -> row.number() < from);
                open = true;
                return rows;
            } finally {
                if (!open) {
                    stream.close();
                }
            }
        }
    }
}
