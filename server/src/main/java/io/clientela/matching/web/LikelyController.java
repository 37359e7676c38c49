package io.clientela.matching.web;

import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.matching.Likely;
import io.clientela.matching.Likely.Candidate;
import io.clientela.matching.Likely.Resembling;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/duplicates/likely")
class LikelyController {

    private final Likely likely;

    LikelyController(Likely likely) {
        this.likely = likely;
    }

    /** Who is likely to be there already, while somebody types a new customer; writes nothing. */
    @PostMapping
    @Needs(Functions.CUSTOMERS_CREATE)
    @Operation(
            summary = "Looks for customers likely to be the one that is typed",
            description =
                    "Of those the reader may not see only the department to ask is told. Last come those who merely bear "
                            + "the same name, of those the reader may see and unless many do.")
    CandidateList likely(@RequestBody @Valid Draft body, Actor actor) {
        return new CandidateList(likely.of(body.type(), body.typed(), actor));
    }

    /** Who is likely to be the same as a customer who is there; writes nothing. */
    @GetMapping("/{number}")
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "Looks for customers likely to be the same as one",
            description =
                    "Those the reader may see, without whom somebody said that they are another customer. Last come "
                            + "those who merely bear the same name, unless many do.")
    ResemblingList resembling(@PathVariable String number, Actor actor) {
        return new ResemblingList(likely.resembling(number, actor));
    }

    /** One text, several, or none. */
    private static List<String> texts(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .filter(JsonNode::isValueNode)
                    .map(node -> node.asString(""))
                    .toList();
        }
        return value.isValueNode() && !value.isNull() ? List.of(value.asString("")) : List.of();
    }

    record Draft(
            @Schema(example = "individual") @NotBlank String type,

            @Schema(example = "{\"name\": \"王小明\", \"mobile\": \"13800138000\"}") @NotNull @Size(max = 200)
            Map<String, JsonNode> values) {

        Map<String, List<String>> typed() {
            Map<String, List<String>> typed = new HashMap<>();
            values.forEach((key, value) -> typed.put(key, value == null ? List.of() : texts(value)));
            return typed;
        }
    }

    record CandidateList(List<Candidate> items) {}

    record ResemblingList(List<Resembling> items) {}
}
