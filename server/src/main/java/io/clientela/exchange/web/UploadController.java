package io.clientela.exchange.web;

import io.clientela.exchange.Uploads;
import io.clientela.exchange.Uploads.Upload;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/uploads")
class UploadController {

    private final Uploads uploads;

    UploadController(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Takes the request's body as the file, streamed. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CUSTOMERS_IMPORT)
    Upload take(@RequestParam(defaultValue = "file") String name, HttpServletRequest request, Actor actor)
            throws IOException {
        return uploads.take(name, request.getInputStream(), actor);
    }
}
