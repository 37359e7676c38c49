package io.clientela.bench;

import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/** What readers look for, taken from the list that was imported: some customers of each scope, and what stands in their names. */
final class Sample {

    private static final int MOST = 2_000;
    private static final int COMMONEST = 20;

    /** As the page asks: for the columns of a list nobody has changed. */
    private static final String COLUMNS = "&columns=name,mobile,phone,email,region,source_channel,owner";

    private static final String PAGE = "/api/v1/customers?limit=50" + COLUMNS;

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<String[]> persons;
    private final List<String> commonest;
    private final List<String> given;

    private Sample(List<String[]> persons, List<String> commonest, List<String> given) {
        this.persons = persons;
        this.commonest = commonest;
        this.given = given;
    }

    /** A sample of the customers of one reader; the commonest pairs of characters are those of all names. */
    static Sample of(Path list, Territory.Reader reader) throws IOException {
        Map<String, Integer> pairs = new HashMap<>();
        Map<String, Integer> characters = new HashMap<>();
        List<String[]> persons = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(11);
        long seen = 0;
        try (Stream<String> lines = Files.lines(list, StandardCharsets.UTF_8)) {
            for (String line : (Iterable<String>) lines.skip(1)::iterator) {
                String[] values = line.split(",", -1);
                String name = values[1];
                for (int i = 0; Scripts.hasHan(name) && i < name.length(); i++) {
                    characters.merge(name.substring(i, i + 1), 1, Integer::sum);
                    if (i + 1 < name.length()) {
                        pairs.merge(name.substring(i, i + 2), 1, Integer::sum);
                    }
                }
                if (values[values.length - 1].startsWith(reader.owners())) {
                    seen++;
                    if (persons.size() < MOST) {
                        persons.add(values);
                    } else if (random.nextLong(seen) < MOST) {
                        persons.set(random.nextInt(MOST), values);
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Sample(persons, top(pairs, COMMONEST), top(characters, 200));
    }

    private static List<String> top(Map<String, Integer> counted, int most) {
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Requests by what they look for. */
    Map<String, List<String>> requests() {
        Map<String, List<String>> requests = new LinkedHashMap<>();
        requests.put("first page by name", List.of(PAGE + "&total=false&sort=name"));
        requests.put("filter by channel, by name", each(person -> filter("source_channel", person[16])));
        requests.put("filter by place, by name", each(person -> filter("region", person[9])));
        requests.put(
                "how many of a channel",
                each(person -> "/api/v1/customers/total?" + only("source_channel", person[16])));
        requests.put("two Chinese characters", han(name -> search(pair(name))));
        requests.put(
                "the 20 commonest pairs", commonest.stream().map(Sample::search).toList());
        requests.put("pinyin", han(name -> search(Pinyin.full(name))));
        requests.put(
                "four or five digits of a phone", each(person -> search(digits(person[6], 4 + random.nextInt(2)))));
        requests.put("seven digits of a phone", each(person -> search(digits(person[6], 7))));
        requests.put("whole document number", each(person -> search(person[5])));
        requests.put("typing error", each(person -> search(mistyped(person[1]))));
        return requests;
    }

    private List<String> each(Function<String[], String> request) {
        return persons.stream().map(request).distinct().toList();
    }

    private List<String> han(Function<String, String> request) {
        return persons.stream()
                .map(person -> person[1])
                .filter(Scripts::hasHan)
                .map(request)
                .distinct()
                .toList();
    }

    private static String filter(String field, String value) {
        return PAGE + "&total=false&sort=name&" + only(field, value);
    }

    private static String only(String field, String value) {
        return "type=individual&f." + field + "=" + encoded(value);
    }

    private static String search(String text) {
        return PAGE + "&total=false&q=" + encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String pair(String name) {
        int from = random.nextInt(name.length() - 1);
        return name.substring(from, from + 2);
    }

    private String digits(String phone, int count) {
        String bare = phone.replaceAll("\\D", "");
        int from = random.nextInt(bare.length() - count);
        return bare.substring(from, from + count);
    }

    /** Neighbouring letters swapped in the longest word; of Chinese another character of the same sound. */
    private String mistyped(String name) {
        if (Scripts.hasHan(name)) {
            int at = name.length() - 1;
            String last = name.substring(at);
            return name.substring(0, at)
                    + given.stream()
                            .filter(other ->
                                    !other.equals(last) && Pinyin.full(other).equals(Pinyin.full(last)))
                            .findFirst()
                            .orElse(last);
        }
        String longest = Stream.of(name.split(" ", -1))
                .max(Comparator.comparingInt(String::length))
                .orElse(name);
        int at = 1 + random.nextInt(longest.length() - 2);
        String swapped =
                longest.substring(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.substring(at + 2);
        return name.replace(longest, swapped);
    }
}
