package io.clientela.kit.fields;

import java.util.List;

/**
 * One field of one record type, declared once with everything anybody needs to know about it.
 *
 * @param record record type it belongs to: {@code individual}, {@code enterprise} or {@code contact}
 * @param key lasting name, snake case, unique within the record type
 * @param type kind of value
 * @param label name of the field
 * @param explanation what belongs in it
 * @param example an example value
 * @param synonyms headings under which other systems keep it, in any language; the labels are always synonyms too
 * @param codeList code list of a choice, empty otherwise; for a list the record type of its items
 * @param rule name of the rule in {@code kit.check.Rules} that cleans and checks a value
 * @param grade how much it is asked for by the shipped collection plan
 * @param sensitivity who sees it by default
 * @param mask how it looks when masked
 * @param sealed kept only encrypted; found by exact keyed hash where {@code unique} or {@code search} says so
 * @param unique its value can be the key of an update or upsert
 * @param search how it is found by the search box
 * @param sortable lists can be sorted by it
 * @param filterable lists can be filtered by it
 * @param change what a change of an existing value needs
 * @param maxLength longest canonical value in characters
 * @param section group on the form
 * @param retired no longer asked for; old values stay readable
 * @param id lasting id of a field of the house's own, under which its values are kept; 0 for one that comes with the product
 * @param dated from when to when a file had which value is kept, so that one can ask who had it then
 * @param derived worked out by the product; nobody types or imports it
 * @param matching what it says when records are compared
 */
public record Field(
        String record,
        String key,
        FieldType type,
        Texts label,
        Texts explanation,
        Texts example,
        List<String> synonyms,
        String codeList,
        String rule,
        Grade grade,
        Sensitivity sensitivity,
        Mask mask,
        boolean sealed,
        boolean unique,
        Search search,
        boolean sortable,
        boolean filterable,
        ChangeRule change,
        int maxLength,
        String section,
        boolean retired,
        long id,
        boolean dated,
        boolean derived,
        Matching matching) {

    public Field {
        synonyms = List.copyOf(synonyms);
    }

    /** One that is neither dated nor derived and says nothing in matching, as a house's own are. */
    public Field(
            String record,
            String key,
            FieldType type,
            Texts label,
            Texts explanation,
            Texts example,
            List<String> synonyms,
            String codeList,
            String rule,
            Grade grade,
            Sensitivity sensitivity,
            Mask mask,
            boolean sealed,
            boolean unique,
            Search search,
            boolean sortable,
            boolean filterable,
            ChangeRule change,
            int maxLength,
            String section,
            boolean retired,
            long id) {
        this(
                record,
                key,
                type,
                label,
                explanation,
                example,
                synonyms,
                codeList,
                rule,
                grade,
                sensitivity,
                mask,
                sealed,
                unique,
                search,
                sortable,
                filterable,
                change,
                maxLength,
                section,
                retired,
                id,
                false,
                false,
                Matching.NONE);
    }

    /** The same in another group of the form. */
    Field in(String group) {
        return with(group, retired, id);
    }

    /** The same, taken out of use or into use again. */
    public Field retired(boolean out) {
        return with(section, out, id);
    }

    /** This declaration for a field that is there: where it stands, whether it is in use and its lasting id stay. */
    public Field lasting(Field known) {
        return with(known.section, known.retired, known.id);
    }

    private Field with(String group, boolean out, long lasting) {
        return new Field(
                record,
                key,
                type,
                label,
                explanation,
                example,
                synonyms,
                codeList,
                rule,
                grade,
                sensitivity,
                mask,
                sealed,
                unique,
                search,
                sortable,
                filterable,
                change,
                maxLength,
                group,
                out,
                lasting,
                dated,
                derived,
                matching);
    }

    /** Whether a house added it itself; its values have no column of their own. */
    public boolean isOwn() {
        return id != 0;
    }

    /** How much a field is asked for: without a required one a record is refused, without a wanted one it is accepted with a warning. */
    public enum Grade {
        REQUIRED,
        WANTED,
        OPTIONAL
    }

    /** Default reading right where a role says nothing: normal and personal are clear, sensitive is masked. */
    public enum Sensitivity {
        NORMAL,
        PERSONAL,
        SENSITIVE
    }

    /** The shape of a masked value. */
    public enum Mask {
        ALL,
        LAST_FOUR,
        PHONE,
        EMAIL,
        NAME,
        ADDRESS
    }

    /** How a field takes part in search. */
    public enum Search {
        NONE,
        NAME,
        PHONE,
        EMAIL,
        /** Only the whole value finds it. */
        EXACT
    }

    /** What a change of a value already there needs. */
    public enum ChangeRule {
        AT_ONCE,
        NEEDS_APPROVAL,
        NEVER
    }
}
