package io.clientela.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** The command of the measures, each by its name and the number of customers; without one it says what there is. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        LocalDate today = LocalDate.now(Clock.systemUTC());
        String measure = arguments.length == 0 ? "" : arguments[0].toUpperCase(Locale.ROOT);
        Path folder = Files.createTempDirectory("clientela-bench");
        try {
            switch (measure) {
                case "P1" -> {
                    int rows = number(arguments, 1, 1_000_000);
                    new ImportMeasure(folder, rows, number(arguments, 2, rows >= 500_000 ? 1 : 5), out).run(today);
                }
                case "P2" -> new ReadMeasure(folder, number(arguments, 1, 1_000_000), out).run(today);
                case "P3" ->
                    new ListMeasure(folder, number(arguments, 1, 1_000_000), out)
                            .run(today, arguments.length > 2 ? arguments[2] : "");
                case "P4" -> new WriteMeasure(folder, number(arguments, 1, 1_000_000), out).run(today);
                case "P5" -> new TypingMeasure(folder, number(arguments, 1, 1_000_000), out).run(today);
                case "P7" -> new StartMeasure(folder, number(arguments, 1, 100_000), out).run(today);
                case "P8" -> new ExportMeasure(folder, number(arguments, 1, 1_000_000), out).run(today);
                case "P12" -> new PageMeasure(folder, number(arguments, 1, 1_000_000), out).run(today);
                case "A1", "A2", "A3", "A4", "A6" -> new MatchMeasure(out).run(measure, today);
                case "A5" -> new NamePairsMeasure(out).run(today);
                case "A7" -> new ShortNamesMeasure(out).run(today);
                case "A8" -> new PeopleMeasure(folder, number(arguments, 1, 100_000), out).run(measure, 1, today);
                case "P6" -> {
                    if (arguments.length > 1 && arguments[1].equals("stored")) {
                        int rows = number(arguments, 2, 100_000);
                        new WholeBaseMeasure(folder, rows, number(arguments, 3, 6), out).run(today);
                    } else {
                        new PeopleMeasure(folder, number(arguments, 1, 100_000), out).run(measure, 3, today);
                    }
                }
                default ->
                    out.println(
                            "bench P1 [rows [imports]] | bench P2 [rows] | bench P3 [rows [what]] | bench P4 [rows]"
                                    + " | bench P5 [rows] | bench P6 [rows] | bench P6 stored [rows [turns]] | bench P7 [rows] | bench P8 [rows] | bench P12 [rows]"
                                    + " | bench A1 | bench A2 | bench A3 | bench A4 | bench A5 | bench A6 | bench A7 | bench A8 [rows]");
            }
        } finally {
            delete(folder);
        }
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // A database on its way out takes its own files away.
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
