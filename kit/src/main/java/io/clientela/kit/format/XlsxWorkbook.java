package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.BROKEN_XLSX;
import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** An XLSX file, checked for bombs before it is opened; a source that isn't on disk is copied there, since archives are read from their end. */
final class XlsxWorkbook extends Spreadsheet {

    private final ReadableWorkbook workbook;
    private final Limits limits;

    private final SpooledFile file;

    private XlsxWorkbook(ReadableWorkbook workbook, SpooledFile file, Limits limits) {
        this.workbook = workbook;
        this.file = file;
        this.limits = limits;
    }

    static XlsxWorkbook open(Source source, Limits limits) {
        SpooledFile file = SpooledFile.of(source, ".xlsx");
        boolean opened = false;
        try {
            ZipGuard.check(file.path(), limits);
            ReadableWorkbook workbook = readable(file.path());
            opened = true;
            return new XlsxWorkbook(workbook, file, limits);
        } catch (FormatError e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw FormatError.of(BROKEN_XLSX, e);
        } finally {
            if (!opened) {
                file.close();
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
            file.close();
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
