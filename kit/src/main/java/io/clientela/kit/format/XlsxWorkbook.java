package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.BROKEN_XLSX;
import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** An XLSX file, checked for bombs before it is opened; a source that isn't on disk is copied there, since archives are read from their end. */
final class XlsxWorkbook extends Spreadsheet {

    private final ReadableWorkbook workbook;
    private final Limits limits;

    @Nullable
    private final Path copy;

    private XlsxWorkbook(ReadableWorkbook workbook, @Nullable Path copy, Limits limits) {
        this.workbook = workbook;
        this.copy = copy;
        this.limits = limits;
    }

    static XlsxWorkbook open(Source source, Limits limits) {
        Optional<Path> onDisk = source.path();
        Path file = onDisk.orElseGet(() -> spool(source));
        Path copy = onDisk.isPresent() ? null : file;
        boolean opened = false;
        try {
            ZipGuard.check(file, limits);
            ReadableWorkbook workbook = readable(file);
            opened = true;
            return new XlsxWorkbook(workbook, copy, limits);
        } catch (FormatError e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw FormatError.of(BROKEN_XLSX, e);
        } finally {
            if (!opened) {
                delete(copy);
            }
        }
    }

    /** A workbook without styles has no formats to read, which the library takes for an error. */
    private static ReadableWorkbook readable(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    private static Path spool(Source source) {
        try (InputStream in = source.open()) {
            Path copy = Files.createTempFile("clientela-", ".xlsx");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw FormatError.of(UNREADABLE, e);
        }
    }

    private static void delete(@Nullable Path copy) {
        if (copy != null) {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                copy.toFile().deleteOnExit();
            }
        }
    }

    @Override
    public FileShape shape() {
        return FileShape.WORKBOOK;
    }

    @Override
    public List<? extends Sheet> sheets() {
        return workbook.getSheets().map(WorkbookSheet::new).toList();
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw FormatError.of(UNREADABLE, e);
        } finally {
            delete(copy);
        }
    }

    private final class WorkbookSheet implements Sheet {

        private final org.dhatim.fastexcel.reader.Sheet sheet;

        WorkbookSheet(org.dhatim.fastexcel.reader.Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public String name() {
            return sheet.getName();
        }

        @Override
        public RowReader open(long from) {
            return new SkippingRows(new XlsxRows(sheet, workbook, limits), row -> row.number() < from);
        }
    }
}
