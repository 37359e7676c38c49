package io.clientela.kit.recognise;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** All names a record type's fields go by, and how well a heading agrees with one of them. */
final class Headings {

    private static final double LABEL = 0.97;
    private static final double SYNONYM = 0.93;

    /** A column about somebody else than the customer isn't the customer's, whatever else its heading says. */
    private static final Pattern SOMEBODY_ELSE = Pattern.compile(
            "紧急|配偶|父亲|母亲|家属|子女|推荐人|介绍人|担保|备用|原来|旧|曾用|\\b(emergency|spouse|father|mother|next of kin|referrer|referred|guarantor"
                    + "|previous|old|former|alternate|secondary|conyuge|padre|madre|emergencia|anterior|avalista)\\b");

    /** Whom the sheet is about goes without saying: "customer's mobile" is "mobile", and says nothing of the customer's name. */
    private static final Pattern SUBJECT = Pattern.compile(
            "^(客户|顾客|会员|用户|公司|企业|单位|本人|个人|customers? ?|clients? |users? |members? |company |personal |primary |main )|( (del cliente|de la empresa|cliente|principal))$");

    private static final Set<String> SUBJECTS = Set.of(
            "客户",
            "顾客",
            "会员",
            "用户",
            "公司",
            "企业",
            "单位",
            "customer",
            "client",
            "cliente",
            "company",
            "firm",
            "empresa",
            "number",
            "no",
            "code",
            "type");

    /** A name a field goes by. */
    record Candidate(String path, Field field, double strength, Column.Reason reason) {}

    private record Name(String spaced, String path, Field field, double strength, Column.Reason reason) {}

    private final Map<String, List<Name>> byCompact = new HashMap<>();
    private final List<Name> all = new ArrayList<>();

    private Headings() {}

    /** The names of a record type and of the items of its list of contacts, if it has one, and those of the provenance. */
    static Headings of(Catalogue catalogue, String type) {
        Headings headings = new Headings();
        for (Field field : catalogue.fields(type)) {
            if (field.type() == io.clientela.kit.fields.FieldType.LIST) {
                for (Field item : catalogue.fields(field.codeList())) {
                    headings.add(field.key() + "." + item.key(), item);
                }
            } else {
                headings.add(field.key(), field);
            }
        }
        for (Field field : catalogue.fields(Catalogue.PROVENANCE)) {
            headings.add(Catalogue.PROVENANCE + "." + field.key(), field);
        }
        return headings;
    }

    private void add(String path, Field field) {
        if (field.retired() || field.derived()) {
            return;
        }
        for (String label : field.label().said()) {
            add(path, field, label, LABEL, Column.Reason.LABEL);
        }
        add(path, field, field.key(), LABEL, Column.Reason.LABEL);
        for (String synonym : field.synonyms()) {
            add(path, field, synonym, SYNONYM, Column.Reason.SYNONYM);
        }
    }

    private void add(String path, Field field, String text, double strength, Column.Reason reason) {
        HeadingText heading = HeadingText.of(text);
        Name name = new Name(heading.spaced(), path, field, strength, reason);
        byCompact.computeIfAbsent(heading.compact(), key -> new ArrayList<>()).add(name);
        all.add(name);
    }

    /** Fields the heading may mean, each once with its best strength. */
    Collection<Candidate> candidates(HeadingText heading) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        if (heading.compact().isEmpty()) {
            return found.values();
        }
        exact(heading.compact(), 0, found);
        if (found.isEmpty()) {
            exact(heading.withoutNumber(), 0.04, found);
        }
        if (found.isEmpty()) {
            exact(SUBJECT.matcher(heading.spaced()).replaceAll("").replace(" ", ""), 0.05, found);
        }
        if (found.isEmpty() && !SOMEBODY_ELSE.matcher(heading.spaced()).find()) {
            partial(heading, found);
        }
        return found.values();
    }

    boolean knows(HeadingText heading) {
        return byCompact.containsKey(heading.compact()) || byCompact.containsKey(heading.withoutNumber());
    }

    private void exact(String compact, double less, Map<String, Candidate> found) {
        for (Name name : byCompact.getOrDefault(compact, List.of())) {
            keep(found, new Candidate(name.path(), name.field(), name.strength() - less, name.reason()));
        }
    }

    private void partial(HeadingText heading, Map<String, Candidate> found) {
        for (Name name : all) {
            double share = SUBJECTS.contains(name.spaced()) ? 0 : share(heading, name.spaced());
            if (share > 0.3) {
                keep(found, new Candidate(name.path(), name.field(), 0.45 + 0.4 * share, Column.Reason.PARTIAL));
            }
        }
    }

    /** How much of the heading a name contained in it covers: whole words in Latin script, two characters at least in Chinese. */
    private static double share(HeadingText heading, String name) {
        if (heading.han()) {
            boolean within = name.length() >= 2 && heading.compact().contains(name.replace(" ", ""));
            return within ? (double) name.length() / heading.compact().length() : 0;
        }
        boolean within = name.length() >= 3 && (" " + heading.spaced() + " ").contains(" " + name + " ");
        return within ? (double) name.length() / heading.spaced().length() : 0;
    }

    private static void keep(Map<String, Candidate> found, Candidate candidate) {
        found.merge(candidate.path(), candidate, (a, b) -> b.strength() > a.strength() ? b : a);
    }
}
