package io.clientela.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The home of a demonstration: filled the first time, known by a mark ever after; a home with real customers is refused. */
record DemoHome(Optional<Path> mark, boolean fresh) {

    static final DemoHome NONE = new DemoHome(Optional.empty(), false);

    static DemoHome of(Place place) {
        Path mark = place.home().resolve("demonstration");
        boolean known = Files.exists(mark);
        if (place.databaseUrl().isPresent()
                || (!known && Files.exists(place.home().resolve("data")))) {
            throw new Trouble("demo_home", place.home());
        }
        return new DemoHome(Optional.of(mark), !known);
    }

    /** What the server is to be told. */
    List<String> settings() {
        if (mark.isEmpty()) {
            return List.of();
        }
        return fresh
                ? List.of("--clientela.demo=true", "--clientela.demo.fill=true")
                : List.of("--clientela.demo=true");
    }

    /** It was filled and answers. */
    void made() throws IOException {
        if (mark.isPresent() && fresh) {
            Files.writeString(mark.get(), "");
        }
    }
}
