package io.clientela.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.customer.ComparedFiles;
import io.clientela.customer.ComparedFiles.Compared;
import io.clientela.customer.FileRef;
import io.clientela.customer.Selections;
import io.clientela.customer.SideBySide;
import io.clientela.customer.SideBySide.Beside;
import io.clientela.customer.SideBySide.Brief;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kit.match.Profile;
import io.clientela.matching.Comparing.Near;
import io.clientela.matching.Verdict.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is likely to be there already, for somebody who is typing a new customer or looks at one. */
@Component
public class Likely {

    private static final int SHOWN = 5;

    /** More who merely bear the same name say nothing but that the name is common. */
    private static final int NAMESAKES = 5;

    private static final String NAMESAKE = "name";

    private final ComparedFiles files;
    private final SideBySide sides;
    private final Selections selections;
    private final VerdictStore verdicts;
    private final Comparing comparing;
    private final Wording wording;
    private final Tellable tellable;

    Likely(
            ComparedFiles files,
            SideBySide sides,
            Selections selections,
            VerdictStore verdicts,
            Comparing comparing,
            Wording wording,
            Tellable tellable) {
        this.files = files;
        this.sides = sides;
        this.selections = selections;
        this.verdicts = verdicts;
        this.comparing = comparing;
        this.wording = wording;
        this.tellable = tellable;
    }

    /**
     * The likeliest first, last who bears the same name. Of those out of the person's scope only the department is told, and that
     * once; that somebody there merely has the name isn't told, or it could be asked who is a customer of others.
     */
    public List<Candidate> of(String record, Map<String, List<String>> typed, Actor actor) {
        Profile draft = files.draft(record, typed, actor);
        Near near = comparing.near(record, draft, OptionalLong.empty());
        List<FoundPair> likely = near.likely().stream().limit(SHOWN).toList();
        List<FoundPair> namesakes = tellable.names(record, actor)
                ? few(
                        near.namesakes(),
                        sides.brief(ids(near.namesakes()), actor).keySet(),
                        0)
                : List.of();
        List<Long> ids = ids(Stream.concat(likely.stream(), namesakes.stream()).toList());
        Map<Long, Beside> seen = sides.of(ids, actor);
        Map<Long, String> departments = sides.departments(ids);
        List<Candidate> candidates = new ArrayList<>();
        for (FoundPair pair : likely) {
            Beside beside = seen.get(pair.besides(0));
            Candidate candidate = beside == null
                    ? Candidate.elsewhere(departments.getOrDefault(pair.besides(0), ""))
                    : candidate(beside, pair, actor);
            if (!candidates.contains(candidate)) {
                candidates.add(candidate);
            }
        }
        for (FoundPair pair : namesakes) {
            Beside beside = seen.get(pair.besides(0));
            if (beside != null) {
                candidates.add(new Candidate(beside, beside.department(), NAMESAKE, null, null));
            }
        }
        return candidates;
    }

    private static List<Long> ids(List<FoundPair> pairs) {
        return pairs.stream().map(pair -> pair.besides(0)).toList();
    }

    /**
     * Who is likely to be the same as a customer who is there, of those the person may see; without whom somebody said that they
     * are another one. Refuses with {@code not_found} a customer the person doesn't see.
     */
    public List<Resembling> resembling(String number, Actor actor) {
        FileRef file = selections.named(List.of(number), actor).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        // Gone since it was looked up.
        return files.of(file.record(), List.of(file.headId())).stream()
                .flatMap(self -> resembling(self, actor).stream())
                .toList();
    }

    private List<Resembling> resembling(Compared self, Actor actor) {
        long own = self.fileId();
        Near near = comparing.near(self.record(), self.profile(), OptionalLong.of(own));
        List<Long> all = Stream.of(Stream.of(own), besides(near.likely(), own), besides(near.namesakes(), own))
                .flatMap(each -> each)
                .toList();
        Map<Long, Brief> seen = sides.brief(all, actor);
        Map<Two, Verdict> said = verdicts.among(all);
        List<Resembling> resembling = new ArrayList<>();
        near.likely().stream()
                .filter(pair -> seen.containsKey(pair.besides(own)))
                .filter(pair -> !different(said.get(Two.of(pair.one(), pair.other()))))
                .limit(SHOWN)
                .forEach(pair -> resembling.add(resembling(pair, own, seen, actor)));
        if (tellable.names(self.record(), actor)) {
            few(near.namesakes(), seen.keySet(), own).stream()
                    .filter(pair -> !different(said.get(Two.of(pair.one(), pair.other()))))
                    .forEach(pair -> resembling.add(Resembling.namesake(brief(pair, own, seen))));
        }
        return resembling;
    }

    private static Stream<Long> besides(List<FoundPair> pairs, long own) {
        return pairs.stream().map(pair -> pair.besides(own));
    }

    private static Brief brief(FoundPair pair, long own, Map<Long, Brief> seen) {
        return Objects.requireNonNull(seen.get(pair.besides(own)));
    }

    private Resembling resembling(FoundPair pair, long own, Map<Long, Brief> seen, Actor actor) {
        Brief other = brief(pair, own, seen);
        Told told = told(pair, actor);
        return new Resembling(
                other.number(), other.name(), other.department(), text(pair), told.probability(), told.reasons());
    }

    /** Those within reach, unless they are many: how many others there are isn't told by it. */
    private static List<FoundPair> few(List<FoundPair> namesakes, Set<Long> seen, long own) {
        List<FoundPair> some = namesakes.stream()
                .filter(pair -> seen.contains(pair.besides(own)))
                .toList();
        return some.size() > NAMESAKES ? List.of() : some;
    }

    private static boolean different(@Nullable Verdict said) {
        return said != null && said.word() == Word.DIFFERENT;
    }

    private Candidate candidate(Beside beside, FoundPair pair, Actor actor) {
        Told told = told(pair, actor);
        return new Candidate(beside, beside.department(), text(pair), told.probability(), told.reasons());
    }

    /** How sure it is would tell what may not be told of the reasons. */
    private Told told(FoundPair pair, Actor actor) {
        Findings findings = tellable.of(pair.record(), pair.findings(), actor);
        boolean all = findings.all().size() == pair.findings().all().size();
        return new Told(all ? pair.probability() : null, wording.reasons(findings, actor.language()));
    }

    private record Told(@Nullable Double probability, List<Reason> reasons) {}

    private static String text(FoundPair pair) {
        return pair.outcome().name().toLowerCase(Locale.ROOT);
    }

    /**
     * A customer likely to be the one that is typed; of one that the reader may not see only the department to ask.
     *
     * @param outcome {@code same} or {@code ask}, or {@code name} of one who merely bears the same name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            @Nullable Beside customer,
            String department,
            @Nullable String outcome,
            @Nullable Double probability,
            @Nullable List<Reason> reasons) {

        private static Candidate elsewhere(String department) {
            return new Candidate(null, department, null, null, null);
        }
    }

    /**
     * A customer likely to be the same as another, by what lists show of it.
     *
     * @param outcome as that of a {@link Candidate}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Resembling(
            String number,
            @Nullable String name,
            String department,
            String outcome,
            @Nullable Double probability,
            @Nullable List<Reason> reasons) {

        private static Resembling namesake(Brief other) {
            return new Resembling(other.number(), other.name(), other.department(), NAMESAKE, null, null);
        }
    }
}
