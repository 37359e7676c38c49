package io.clientela.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.customer.ComparedFiles;
import io.clientela.customer.SideBySide;
import io.clientela.customer.SideBySide.Beside;
import io.clientela.kernel.Actor;
import io.clientela.kit.match.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is likely to be there already, for somebody who is typing a new customer. */
@Component
public class Likely {

    private static final int SHOWN = 5;

    private final ComparedFiles files;
    private final SideBySide sides;
    private final Comparing comparing;
    private final Wording wording;

    Likely(ComparedFiles files, SideBySide sides, Comparing comparing, Wording wording) {
        this.files = files;
        this.sides = sides;
        this.comparing = comparing;
        this.wording = wording;
    }

    /** The likeliest first. Of those out of the person's scope only the department is told, and that once. */
    public List<Candidate> of(String record, Map<String, List<String>> typed, Actor actor) {
        Profile draft = files.draft(record, typed, actor);
        List<FoundPair> found = comparing.likely(record, draft, OptionalLong.empty()).stream()
                .limit(SHOWN)
                .toList();
        List<Long> ids =
                found.stream().map(pair -> Math.max(pair.one(), pair.other())).toList();
        Map<Long, Beside> seen = sides.of(ids, actor);
        Map<Long, String> departments = sides.departments(ids);
        List<Candidate> candidates = new ArrayList<>();
        for (FoundPair pair : found) {
            long id = Math.max(pair.one(), pair.other());
            Beside beside = seen.get(id);
            Candidate candidate = beside == null
                    ? Candidate.elsewhere(departments.getOrDefault(id, ""))
                    : new Candidate(
                            beside,
                            beside.department(),
                            pair.outcome().name().toLowerCase(Locale.ROOT),
                            pair.probability(),
                            wording.reasons(pair.findings(), actor.language()));
            if (!candidates.contains(candidate)) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    /**
     * A customer likely to be the one that is typed; of one that the reader may not see only the department to ask.
     *
     * @param outcome {@code same} or {@code ask}
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
}
