package io.clientela.kit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

/** Workbooks of Excel 97 to 2003, written by the library's own model and read by ours. */
class XlsTest {

    private static byte[] book(Consumer<HSSFWorkbook> content) {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Source source(byte[] bytes) {
        return Source.of("register.xls", bytes);
    }

    private static List<List<String>> cells(Consumer<HSSFWorkbook> content) {
        return Samples.cells(source(book(content)));
    }

    private static Cell cell(HSSFSheet sheet, int row, int column) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.createCell(column);
    }

    private static CellStyle format(HSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static FormatError refusal(byte[] bytes) {
        return catchThrowableOfType(FormatError.class, () -> Samples.cells(source(bytes)));
    }

    @Test
    void showsNumbersTextsAndTruthsAsANewWorkbookDoes() {
        assertThat(cells(book -> {
                    HSSFSheet sheet = book.createSheet("客户");
                    cell(sheet, 0, 0).setCellValue(13_922_771_465d);
                    cell(sheet, 0, 1).setCellValue("430104197110263614");
                    cell(sheet, 0, 2).setCellValue(430104197110263614d);
                    cell(sheet, 0, 3).setCellValue(640.56);
                    cell(sheet, 0, 4).setCellValue(true);
                    cell(sheet, 0, 5).setCellErrorValue((byte) 7);
                    cell(sheet, 0, 6).setCellValue(1_000);
                    cell(sheet, 0, 7).setCellValue(0.1);
                    cell(sheet, 0, 8).setCellValue("0912 345 678");
                }))
                .containsExactly(List.of(
                        "13922771465",
                        "430104197110263614",
                        "4.30104197110264E+17",
                        "640.56",
                        "TRUE",
                        "#DIV/0!",
                        "1000",
                        "0.1",
                        "0912 345 678"));
    }

    @Test
    void showsDaysAsDaysWhateverTheyLookLike() {
        assertThat(cells(book -> {
                    HSSFSheet sheet = book.createSheet();
                    for (String look : List.of("m/d/yy", "yyyy\"年\"m\"月\"d\"日\"", "dd-mmm-yyyy")) {
                        Cell cell = cell(
                                sheet,
                                0,
                                sheet.getRow(0) == null ? 0 : sheet.getRow(0).getLastCellNum());
                        cell.setCellValue(LocalDate.of(2024, 1, 15));
                        cell.setCellStyle(format(book, look));
                    }
                    Cell moment = cell(sheet, 0, 3);
                    moment.setCellValue(LocalDateTime.of(2024, 1, 15, 12, 30));
                    moment.setCellStyle(format(book, "yyyy-mm-dd hh:mm"));
                    Cell amount = cell(sheet, 0, 4);
                    amount.setCellValue(45_306);
                    amount.setCellStyle(format(book, "#,##0.00"));
                }))
                .containsExactly(List.of("2024-01-15", "2024-01-15", "2024-01-15", "2024-01-15T12:30:00", "45306"));
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        byte[] bytes = book(book -> {
            book.getInternalWorkbook().getRecords().stream()
                    .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
                    .map(org.apache.poi.hssf.record.DateWindow1904Record.class::cast)
                    .forEach(record -> record.setWindowing((short) 1));
            Cell day = cell(book.createSheet(), 0, 0);
            day.setCellValue(1d);
            day.setCellStyle(format(book, "yyyy-mm-dd"));
        });
        assertThat(Samples.cells(source(bytes))).containsExactly(List.of("1904-01-02"));
    }

    @Test
    void showsWhatFormulasGaveLast() {
        assertThat(cells(book -> {
                    HSSFSheet sheet = book.createSheet();
                    cell(sheet, 0, 0).setCellValue("王");
                    cell(sheet, 0, 1).setCellValue("芳");
                    cell(sheet, 0, 2).setCellFormula("A1&B1");
                    cell(sheet, 0, 3).setCellFormula("1+1");
                    cell(sheet, 0, 4).setCellFormula("1=1");
                    cell(sheet, 0, 5).setCellFormula("\"\"");
                    cell(sheet, 0, 6).setCellValue("end");
                    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
                }))
                .containsExactly(List.of("王", "芳", "王芳", "2", "TRUE", "", "end"));
    }

    @Test
    void keepsPlacesAndMergedTitles() {
        byte[] bytes = book(book -> {
            HSSFSheet sheet = book.createSheet("登记表");
            cell(sheet, 0, 0).setCellValue("客户信息登记表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            cell(sheet, 3, 2).setCellValue("C4");
        });
        try (Spreadsheet file = Spreadsheet.open(source(bytes));
                RowReader rows = file.sheet().open()) {
            assertThat(rows.next()).isEqualTo(new io.clientela.kit.format.Row(1, List.of("客户信息登记表")));
            assertThat(rows.next()).isEqualTo(new io.clientela.kit.format.Row(4, List.of("", "", "C4")));
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void takesTheFirstSheetWithDataUnlessNamed() {
        byte[] bytes = book(book -> {
            book.createSheet("blank");
            cell(book.createSheet("data"), 0, 0).setCellValue("2");
            cell(book.createSheet("more"), 0, 0).setCellValue("3");
        });
        try (Spreadsheet file = Spreadsheet.open(source(bytes))) {
            assertThat(file.sheets()).extracting(Sheet::name).containsExactly("blank", "data", "more");
            assertThat(file.sheet().name()).isEqualTo("data");
            assertThat(Samples.cells(file.sheet("more").open())).containsExactly(List.of("3"));
        }
    }

    @Test
    void readsTextsThatRunOverManyRecords() {
        StringBuilder name = new StringBuilder();
        new Random(3).ints(2_000, 0x4E00, 0x9FA5).forEach(name::appendCodePoint);
        List<List<String>> rows = cells(book -> {
            HSSFSheet sheet = book.createSheet();
            for (int row = 0; row < 3_000; row++) {
                cell(sheet, row, 0).setCellValue(row + " " + name.substring(row % 1_000, row % 1_000 + 900));
                cell(sheet, row, 1).setCellValue(row);
            }
        });
        assertThat(rows).hasSize(3_000);
        assertThat(rows.get(2_345)).containsExactly("2345 " + name.substring(345, 1_245), "2345");
    }

    @Test
    void refusesAWorkbookUnderAPassword() {
        try {
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            byte[] bytes = book(book -> cell(book.createSheet(), 0, 0).setCellValue("x"));
            Biff8EncryptionKey.setCurrentUserPassword(null);
            assertThat(refusal(bytes).code()).isEqualTo(FormatError.Code.ENCRYPTED_WORKBOOK);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void refusesMacrosAndEmbeddedObjects() throws IOException {
        byte[] plain = book(book -> cell(book.createSheet(), 0, 0).setCellValue("x"));
        for (String folder : List.of("_VBA_PROJECT_CUR", "MBD0018D6F1")) {
            try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(plain));
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                container.createDirectory(folder);
                container.writeFilesystem(out);
                FormatError refusal = refusal(out.toByteArray());
                assertThat(refusal.code()).isEqualTo(FormatError.Code.ACTIVE_CONTENT);
                assertThat(refusal.details()).containsEntry("part", folder);
            }
        }
    }

    @Test
    void refusesWhatIsBrokenAndNeverFallsOver() {
        byte[] whole = book(book -> {
            HSSFSheet sheet = book.createSheet();
            for (int row = 0; row < 400; row++) {
                cell(sheet, row, 0).setCellValue("customer " + row);
                cell(sheet, row, 1).setCellValue(row);
            }
        });
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2)).code()).isEqualTo(FormatError.Code.BROKEN_XLS);
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit < 1 + i % 20; hit++) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
            }
            // Whatever comes of it, it is rows or a refusal with a code.
            catchThrowableOfType(FormatError.class, () -> Samples.cells(source(damaged)));
            try {
                Samples.cells(source(damaged));
            } catch (FormatError e) {
                assertThat(e.code()).isNotNull();
            }
        }
    }

    @Test
    void refusesMoreTextThanMemoryHolds() {
        byte[] bytes = book(book -> {
            HSSFSheet sheet = book.createSheet();
            for (int row = 0; row < 5_000; row++) {
                cell(sheet, row, 0).setCellValue("customer " + row);
            }
        });
        Limits small = new Limits(500, 100_000, 1_000, 1 << 20, 100, 20, 1 << 16, 1 << 18);
        FormatError refusal = catchThrowableOfType(
                FormatError.class, () -> Spreadsheet.open(source(bytes), FileShape.OLD_WORKBOOK, small));
        assertThat(refusal.code()).isEqualTo(FormatError.Code.TOO_LARGE);
        Source huge = new Source() {
            @Override
            public String name() {
                return "huge.xls";
            }

            @Override
            public long size() {
                return 600L << 20;
            }

            @Override
            public InputStream open() {
                throw new AssertionError("not even opened");
            }
        };
        assertThat(catchThrowableOfType(
                                FormatError.class, () -> Spreadsheet.open(huge, FileShape.OLD_WORKBOOK, Limits.SHIPPED))
                        .code())
                .isEqualTo(FormatError.Code.TOO_LARGE);
    }

    @Test
    void refusesTooManyColumns() {
        Limits narrow = new Limits(100, 100_000, 1_000, 1 << 20, 100, 20, 1 << 16, 1 << 20);
        byte[] bytes = book(book -> cell(book.createSheet(), 0, 200).setCellValue("far"));
        FormatError refusal = catchThrowableOfType(FormatError.class, () -> {
            try (Spreadsheet file = Spreadsheet.open(source(bytes), FileShape.OLD_WORKBOOK, narrow)) {
                file.sheet();
            }
        });
        assertThat(refusal.code()).isEqualTo(FormatError.Code.TOO_MANY_COLUMNS);
    }
}
