package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.ACTIVE_CONTENT;
import static io.clientela.kit.format.FormatError.Code.BROKEN_XLS;
import static io.clientela.kit.format.FormatError.Code.CELL_TOO_LONG;
import static io.clientela.kit.format.FormatError.Code.TOO_MANY_COLUMNS;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Streams the rows of one sheet of an old workbook; its records come row by row ([MS-XLS] 2.1.7.20.6). */
final class XlsRows extends RowsAhead {

    private static final int TYPE_MACRO_SHEET = 0x40;

    private final RecordInputStream in;
    private final XlsGlobals globals;
    private final Limits limits;

    /** Charts within the sheet are streams of their own. */
    private int depth;

    /** The row being gathered, from 0; -1 before the first. */
    private int gathering = -1;

    private List<String> cells = new ArrayList<>();

    /** The cell of a formula whose text comes in the record after it; -1 without one. */
    private int awaited = -1;

    private boolean over;

    @Nullable
    private Row gathered;

    XlsRows(InputStream stream, XlsGlobals globals, Limits limits) {
        super(stream);
        this.in = new RecordInputStream(stream);
        this.globals = globals;
        this.limits = limits;
    }

    @Override
    @Nullable
    Row read() {
        try {
            gathered = null;
            while (gathered == null && !over) {
                step();
            }
            return gathered;
        } catch (FormatError e) {
            throw e;
        } catch (RuntimeException e) {
            // The library reports broken records with whatever exception it met.
            throw FormatError.of(BROKEN_XLS, e);
        }
    }

    private void step() {
        if (!in.hasNextRecord()) {
            throw FormatError.of(BROKEN_XLS);
        }
        in.nextRecord();
        if (depth == 0) {
            if (XlsGlobals.requireBiff8(in).getType() == TYPE_MACRO_SHEET) {
                throw FormatError.of(ACTIVE_CONTENT, "part", "XLM");
            }
            depth = 1;
        } else if (in.getSid() == BOFRecord.sid) {
            depth++;
        } else if (in.getSid() == EOFRecord.sid) {
            depth--;
            if (depth == 0) {
                flush();
                over = true;
            }
        } else if (depth == 1) {
            take();
        }
        if (!over) {
            in.readRemainder();
        }
    }

    private void take() {
        switch (in.getSid()) {
            case LabelSSTRecord.sid -> {
                LabelSSTRecord label = new LabelSSTRecord(in);
                put(label, globals.text(label.getSSTIndex()));
            }
            case NumberRecord.sid -> {
                NumberRecord number = new NumberRecord(in);
                put(number, number(number.getValue(), number.getXFIndex()));
            }
            case RKRecord.sid -> {
                RKRecord number = new RKRecord(in);
                put(number, number(number.getRKNumber(), number.getXFIndex()));
            }
            case MulRKRecord.sid -> {
                MulRKRecord numbers = new MulRKRecord(in);
                for (int i = 0; i < numbers.getNumColumns(); i++) {
                    put(
                            numbers.getRow(),
                            numbers.getFirstColumn() + i,
                            number(numbers.getRKNumberAt(i), numbers.getXFAt(i)));
                }
            }
            case BoolErrRecord.sid -> {
                BoolErrRecord value = new BoolErrRecord(in);
                put(value, value.isBoolean() ? truth(value.getBooleanValue()) : fault(value.getErrorValue()));
            }
            case LabelRecord.sid -> {
                LabelRecord label = new LabelRecord(in);
                put(label.getRow(), label.getColumn(), label.getValue());
            }
            case FormulaRecord.sid -> formula(new FormulaRecord(in));
            case StringRecord.sid -> {
                if (awaited >= 0) {
                    put(gathering, awaited, new StringRecord(in).getString());
                    awaited = -1;
                }
            }
            default -> {}
        }
    }

    /** Shown is what the formula gave when it was last worked out. */
    private void formula(FormulaRecord formula) {
        CellType type = formula.hasCachedResultString() ? CellType.STRING : formula.getCachedResultTypeEnum();
        switch (type) {
            case STRING -> {
                put(formula, "");
                awaited = formula.hasCachedResultString() ? formula.getColumn() : -1;
            }
            case BOOLEAN -> put(formula, truth(formula.getCachedBooleanValue()));
            case ERROR -> put(formula, fault(formula.getCachedErrorValue()));
            case NUMERIC -> put(formula, number(formula.getValue(), formula.getXFIndex()));
            default -> put(formula, "");
        }
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static String fault(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A";
    }

    private String number(double value, int look) {
        int id = globals.formatId(look);
        return XlsxCells.number(Double.toString(value), id, globals.format(id), globals.since1904());
    }

    private void put(CellRecord cell, String text) {
        put(cell.getRow(), cell.getColumn(), text);
    }

    private void put(int row, int column, String text) {
        if (row < gathering) {
            throw FormatError.of(BROKEN_XLS);
        }
        if (row > gathering) {
            flush();
            gathering = row;
        }
        if (!text.isEmpty() && column >= limits.columns()) {
            throw FormatError.of(TOO_MANY_COLUMNS, "row", row + 1L, "limit", limits.columns());
        }
        if (text.length() > limits.cellChars()) {
            throw FormatError.of(CELL_TOO_LONG, "row", row + 1L, "limit", limits.cellChars());
        }
        if (!text.isEmpty()) {
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, text);
        }
    }

    /** Hands over the row that was gathered, where there is one. */
    private void flush() {
        if (!cells.isEmpty()) {
            gathered = new Row(gathering + 1L, cells);
        }
        cells = new ArrayList<>();
        awaited = -1;
    }
}
