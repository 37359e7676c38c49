package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.BROKEN_XLS;
import static io.clientela.kit.format.FormatError.Code.TOO_LARGE;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.common.UnicodeString;

/** What the beginning of an old workbook says for all its sheets: where they are, shared texts and number formats. */
final class XlsGlobals {

    /** What a text costs in memory beside its characters. */
    private static final int TEXT_COST = 64;

    private static final int SMALLEST_TEXT = 3;

    private final List<Place> sheets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> formatIds = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final Limits limits;
    private boolean since1904;

    /** A sheet and the byte of the stream it begins at. */
    record Place(String name, long position) {}

    private XlsGlobals(Limits limits) {
        this.limits = limits;
    }

    static XlsGlobals read(InputStream stream, Limits limits) {
        XlsGlobals globals = new XlsGlobals(limits);
        RecordInputStream in = new RecordInputStream(stream);
        boolean begun = false;
        while (in.hasNextRecord()) {
            in.nextRecord();
            if (!begun) {
                requireBiff8(in);
                begun = true;
            } else if (in.getSid() == EOFRecord.sid) {
                return globals;
            } else {
                globals.take(in);
            }
            in.readRemainder();
        }
        throw FormatError.of(BROKEN_XLS);
    }

    static BOFRecord requireBiff8(RecordInputStream in) {
        if (in.getSid() != BOFRecord.sid) {
            throw FormatError.of(BROKEN_XLS);
        }
        BOFRecord begin = new BOFRecord(in);
        if (begin.getVersion() != BOFRecord.VERSION) {
            throw Sniffer.unsupported("xls95");
        }
        return begin;
    }

    private void take(RecordInputStream in) {
        switch (in.getSid()) {
            case FilePassRecord.sid -> throw Sniffer.encrypted();
            case BoundSheetRecord.sid -> {
                BoundSheetRecord sheet = new BoundSheetRecord(in);
                sheets.add(new Place(sheet.getSheetname(), Integer.toUnsignedLong(sheet.getPositionOfBof())));
            }
            case DateWindow1904Record.sid -> since1904 = new DateWindow1904Record(in).getWindowing() == 1;
            case FormatRecord.sid -> {
                FormatRecord format = new FormatRecord(in);
                formats.put(format.getIndexCode(), format.getFormatString());
            }
            case ExtendedFormatRecord.sid -> formatIds.add((int) new ExtendedFormatRecord(in).getFormatIndex());
            case SSTRecord.sid -> readTexts(in);
            default -> {}
        }
    }

    /** What the record says of its number is not believed: texts are taken while there are any, and counted. */
    private void readTexts(RecordInputStream in) {
        in.readInt();
        long count = Integer.toUnsignedLong(in.readInt());
        long memory = count * TEXT_COST;
        for (long i = 0; i < count; i++) {
            if (memory > limits.sharedTextBytes()) {
                throw FormatError.of(TOO_LARGE, "part", "SST", "limit", limits.sharedTextBytes());
            }
            if (in.remaining() < SMALLEST_TEXT && in.getNextSid() != ContinueRecord.sid) {
                throw FormatError.of(BROKEN_XLS);
            }
            String text = new UnicodeString(in).getString();
            memory += 2L * text.length();
            texts.add(text);
        }
    }

    List<Place> sheets() {
        return List.copyOf(sheets);
    }

    boolean since1904() {
        return since1904;
    }

    String text(int index) {
        if (index < 0 || index >= texts.size()) {
            throw FormatError.of(BROKEN_XLS);
        }
        return texts.get(index);
    }

    /** Number of the number format under which a cell of this look shows numbers. */
    int formatId(int look) {
        return look < formatIds.size() ? formatIds.get(look) : 0;
    }

    String format(int id) {
        return Optional.ofNullable(formats.get(id)).orElse("");
    }
}
