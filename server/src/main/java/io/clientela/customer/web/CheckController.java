package io.clientela.customer.web;

import io.clientela.customer.Checking;
import io.clientela.kernel.Actor;
import io.clientela.platform.SignedIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/catalogue/check")
class CheckController {

    private final Checking checking;

    CheckController(Checking checking) {
        this.checking = checking;
    }

    /** Cleans and checks values while they are typed, by the rules the gate will use; writes nothing. */
    @PostMapping
    @SignedIn
    Checking.Result check(@RequestBody @Valid CheckBody body, Actor actor) {
        return checking.check(body.record(), RawValues.of(body.values()), actor);
    }

    record CheckBody(
            @Schema(example = "individual") @NotBlank String record,

            @Schema(example = "{\"mobile\": \"13800138000\"}") @Nullable
            Map<String, JsonNode> values) {}
}
