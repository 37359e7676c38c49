package io.clientela.exchange.web;

import io.clientela.exchange.Mending;
import io.clientela.exchange.Uploads;
import io.clientela.exchange.Uploads.Upload;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/uploads")
class UploadController {

    private final Uploads uploads;
    private final Mending mending;

    UploadController(Uploads uploads, Mending mending) {
        this.uploads = uploads;
        this.mending = mending;
    }

    /** How many rows of a file were corrected by hand. */
    @GetMapping("/{id}/corrections")
    @Needs(Functions.CUSTOMERS_IMPORT)
    Corrections corrections(@PathVariable long id, Actor actor) {
        return new Corrections(mending.corrections(id, actor));
    }

    /** Forgets the corrections: the file says again what it says. */
    @DeleteMapping("/{id}/corrections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Functions.CUSTOMERS_IMPORT)
    void forget(@PathVariable long id, Actor actor) {
        mending.forget(id, actor);
    }

    record Corrections(long rows) {}

    /** Takes the request's body as the file, streamed. */
    @PostMapping
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CUSTOMERS_IMPORT)
    Upload take(@RequestParam(defaultValue = "file") String name, HttpServletRequest request, Actor actor)
            throws IOException {
        return uploads.take(name, request.getInputStream(), actor);
    }
}
