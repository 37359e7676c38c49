package io.clientela.access.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class PageResolverTest {

    @TempDir
    Path folder;

    @Test
    void addressesOfThePageMeanThePageAndMissingFilesStayMissing() throws IOException {
        Files.writeString(folder.resolve("index.html"), "page");
        Files.writeString(folder.resolve("icon.svg"), "icon");
        assertThat(found("icon.svg")).contains("icon.svg");
        assertThat(found("welcome")).contains("index.html");
        assertThat(found("customers/C-2026-000012")).contains("index.html");
        assertThat(found("assets/gone-1a2b3c.js")).isEmpty();
        assertThat(found("api/v1/nothing")).isEmpty();
        assertThat(found("../secret.txt")).isEmpty();
    }

    private Optional<String> found(String path) throws IOException {
        return Optional.ofNullable(new PageResolver().getResource(path, new FileSystemResource(folder + "/")))
                .map(Resource::getFilename);
    }
}
