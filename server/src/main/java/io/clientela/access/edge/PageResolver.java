package io.clientela.access.edge;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The page has addresses of its own, which all mean {@code index.html}; a missing file or endpoint stays missing. */
final class PageResolver extends PathResourceResolver {

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        if (file != null || isFile(path) || path.startsWith("api/")) {
            return file;
        }
        return super.getResource("index.html", location);
    }

    private static boolean isFile(String path) {
        return path.substring(path.lastIndexOf('/') + 1).contains(".");
    }
}
