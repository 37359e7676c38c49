package io.clientela.fields.web;

import io.clientela.fields.Offered;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole catalogue as its editor needs it: every text in every language, versions, and what a new field may be. */
record EditorView(long version, List<TypeView> types, List<OfferedView> offered) {

    /** @param layoutVersion 0 while the form is as it comes with the product */
    record TypeView(
            String key,
            String label,
            boolean item,
            long layoutVersion,
            List<GroupView> groups,
            List<FieldView> fields) {}

    record GroupView(String key, Texts label, List<String> fields) {}

    record OfferedView(
            String type, List<String> rules, List<String> searches, int longest, boolean ordered, boolean compared) {
        static OfferedView of(Offered offered) {
            return new OfferedView(
                    offered.type().name(),
                    offered.rules(),
                    offered.searches().stream().map(Enum::name).toList(),
                    offered.longest(),
                    offered.ordered(),
                    offered.compared());
        }
    }

    /**
     * @param own added by the house
     * @param version 0 while a field of the product is as it came
     * @param needed why it can't be taken out of use, in words; absent where it can
     */
    record FieldView(
            String record,
            String key,
            String type,
            Texts label,
            Texts explanation,
            Texts example,
            List<String> synonyms,
            String codeList,
            String rule,
            String grade,
            String sensitivity,
            String mask,
            boolean sealed,
            boolean unique,
            String search,
            boolean sortable,
            boolean filterable,
            String change,
            int maxLength,
            String section,
            boolean retired,
            boolean own,
            long version,
            @Nullable String needed) {

        static FieldView of(Field field, long version, @Nullable String needed) {
            return new FieldView(
                    field.record(),
                    field.key(),
                    field.type().name(),
                    field.label(),
                    field.explanation(),
                    field.example(),
                    field.synonyms(),
                    field.codeList(),
                    field.rule(),
                    field.grade().name(),
                    field.sensitivity().name(),
                    field.mask().name(),
                    field.sealed(),
                    field.unique(),
                    field.search().name(),
                    field.sortable(),
                    field.filterable(),
                    field.change().name(),
                    field.maxLength(),
                    field.section(),
                    field.retired(),
                    field.isOwn(),
                    version,
                    needed);
        }
    }
}
