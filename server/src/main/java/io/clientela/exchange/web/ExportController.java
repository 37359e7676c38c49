package io.clientela.exchange.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.clientela.exchange.Export;
import io.clientela.exchange.Exports;
import io.clientela.exchange.spi.ExportSource;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/exports")
class ExportController {

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Functions.CUSTOMERS_EXPORT)
    Export start(@RequestBody @Valid ExportBody body, Actor actor) {
        return exports.start(body.wish(), Optional.ofNullable(body.format()).orElse("csv"), actor);
    }

    @GetMapping("/{id}")
    @Needs(Functions.CUSTOMERS_EXPORT)
    Export one(@PathVariable long id, Actor actor) {
        return exports.find(id, actor);
    }

    @GetMapping("/{id}/content")
    @Needs(Functions.CUSTOMERS_EXPORT)
    void content(@PathVariable long id, Actor actor, HttpServletResponse response) throws IOException {
        exports.send(id, actor, response::setContentType, response::setHeader, response::getOutputStream);
    }

    record ExportBody(
            @Schema(example = "individual") @NotBlank String type,
            @Nullable @Size(max = 1_000) String q,

            @Schema(example = "{\"region\": \"CN-11\"}") @JsonSetter(contentNulls = Nulls.FAIL) @Nullable
            Map<String, String> filter,

            @Nullable JsonNode where,
            @Nullable @Size(max = 200) String sort,
            @Nullable Instant asOf,
            @Schema(example = "csv") @Nullable String format,

            @Schema(example = "[\"name\", \"mobile\"]") @JsonSetter(contentNulls = Nulls.FAIL) @Nullable
            List<String> columns,

            @Nullable @Size(max = 1_000) String reason) {

        ExportSource.Wish wish() {
            return new ExportSource.Wish(
                    type,
                    Optional.ofNullable(q).orElse(""),
                    Optional.ofNullable(filter).orElse(Map.of()),
                    where == null || where.isNull() ? "" : where.toString(),
                    Optional.ofNullable(sort).filter(order -> !order.isBlank()).orElse("created"),
                    Optional.ofNullable(asOf),
                    Optional.ofNullable(columns).orElse(List.of()),
                    Optional.ofNullable(reason).orElse(""));
        }
    }
}
