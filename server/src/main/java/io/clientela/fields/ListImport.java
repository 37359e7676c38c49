package io.clientela.fields;

import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeList;
import io.clientela.kit.format.Source;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings items of a code list in out of a table; first one sees what each row would do. */
@Component
public class ListImport {

    private final CodeListEditing lists;

    ListImport(CodeListEditing lists) {
        this.lists = lists;
    }

    /** @param state {@code new}, {@code changed}, {@code same} or {@code refused} */
    public record Line(long row, CodeItem item, String state, List<FieldProblem> problems) {}

    /** What each row of the table would do; changes nothing. */
    public List<Line> preview(String key, String name, byte[] table) {
        CodeList list = lists.find(key).list();
        return ListFile.read(Source.of(name, table), list);
    }

    /** Brings in what is new or changed and leaves out what is refused; answers what each row did. */
    public List<Line> bringIn(String key, String name, byte[] table, long version, Actor actor) {
        List<Line> lines = preview(key, name, table);
        List<CodeItem> items = lines.stream()
                .filter(line -> line.state().equals("new") || line.state().equals("changed"))
                .map(Line::item)
                .toList();
        if (!items.isEmpty()) {
            lists.putAll(key, items, version, actor);
        }
        return lines;
    }
}
