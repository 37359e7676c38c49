package io.clientela.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** P7: from starting the process on a home with files to the first answer of /health, and what the idle server weighs. */
final class StartMeasure {

    private static final int STARTS = 5;
    private static final int IDLE_SECONDS = 20;

    private final Path folder;
    private final int rows;
    private final PrintStream out;

    StartMeasure(Path folder, int rows, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.out = out;
    }

    void run(LocalDate today) throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Path list = folder.resolve("persons.csv");
        new Persons(20, "P").write(list, rows);
        try (Product product = Product.start(home, List.of());
                Client client = Client.signIn(product.address())) {
            out.println("home: " + client.imported(list).expectDone());
        }
        List<String> learned = new ArrayList<>();
        Product.learnStart(folder)
                .ifPresentOrElse(
                        cache -> learned.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off")),
                        () -> out.println("no start-up cache could be learned"));
        List<Double> starts = new ArrayList<>();
        List<Double> loads = new ArrayList<>();
        long idle = 0;
        for (int i = 0; i < STARTS; i++) {
            loads.add(Figures.load());
            long start = System.nanoTime();
            try (Product product = Product.start(home, learned)) {
                awaitHealth(product.address());
                starts.add((System.nanoTime() - start) / 1e9);
                if (i == STARTS - 1) {
                    Thread.sleep(IDLE_SECONDS * 1_000L);
                    idle = product.memory("VmRSS");
                }
            }
        }
        out.printf(
                "starts: %s s, median %s s; load %s%n",
                Figures.all(starts), Figures.two(Figures.median(starts)), Figures.all(loads));
        out.printf("idle for %d s with %s files: %d MB resident%n", IDLE_SECONDS, Figures.whole(rows), idle);
        out.printf(
                "| P7 | %s | %s, load %s | | start with %s files to the first answer; idle server | %s s; %d MB | %s s | ≤ 6 s; ≤ 500 MB |%n",
                today,
                Figures.machine(),
                Figures.all(loads),
                Figures.whole(rows),
                Figures.two(Figures.median(starts)),
                idle,
                Figures.all(starts));
    }

    private static void awaitHealth(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address + "/health")).build();
            while (http.send(request, BodyHandlers.discarding()).statusCode() != 200) {
                Thread.sleep(10);
            }
        }
    }
}
