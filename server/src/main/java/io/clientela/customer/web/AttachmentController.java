package io.clientela.customer.web;

import io.clientela.attachment.Attachments.Limits;
import io.clientela.customer.Attached;
import io.clientela.customer.CustomerAttachments;
import io.clientela.customer.CustomerAttachments.Fetched;
import io.clientela.customer.CustomerNumber;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AttachmentController {

    private final CustomerAttachments attachments;

    AttachmentController(CustomerAttachments attachments) {
        this.attachments = attachments;
    }

    /** What is taken: how large, and which kinds by the endings of their names. */
    @GetMapping("/api/v1/attachments/limits")
    @Needs(Functions.CUSTOMERS_READ)
    Limits limits() {
        return attachments.limits();
    }

    /** Takes the request's body as a file for a field of a customer, streamed; its id is then entered as the field's value. */
    @PostMapping("/api/v1/attachments")
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CUSTOMERS_CHANGE)
    Attached take(
            @RequestParam String customer,
            @RequestParam String field,
            @Parameter(example = "contract.pdf") @RequestParam String name,
            HttpServletRequest request,
            Actor actor)
            throws IOException {
        return attachments.take(new CustomerNumber(customer), field, name, request.getInputStream(), actor);
    }

    /** Saved, never shown: whatever it is, a browser runs nothing of it here. */
    @GetMapping("/api/v1/customers/{number}/attachments/{id}")
    @Needs(Functions.CUSTOMERS_READ)
    void content(@PathVariable CustomerNumber number, @PathVariable long id, Actor actor, HttpServletResponse response)
            throws IOException {
        Fetched fetched = attachments.fetch(number, id, actor);
        try (InputStream content = fetched.content()) {
            Attached about = fetched.about();
            response.setContentType(about.type());
            response.setContentLengthLong(about.size());
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(about.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            content.transferTo(response.getOutputStream());
        }
    }
}
