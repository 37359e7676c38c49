package io.clientela.access;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signed in with, as far as their browser says; empty where it says nothing we know. Only this is kept, not what the
 * browser said, which can be as good as a name.
 */
public record Device(String browser, String system) {

    /** In this order: most browsers name the ones before them as well. */
    private static final Map<String, String> BROWSERS = ordered(
            "micromessenger/",
            "WeChat",
            "edg/",
            "Edge",
            "edga/",
            "Edge",
            "edgios/",
            "Edge",
            "opr/",
            "Opera",
            "samsungbrowser/",
            "Samsung Internet",
            "firefox/",
            "Firefox",
            "fxios/",
            "Firefox",
            "crios/",
            "Chrome",
            "chrome/",
            "Chrome",
            "version/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "windows",
            "Windows",
            "android",
            "Android",
            "harmonyos",
            "HarmonyOS",
            "iphone",
            "iOS",
            "ipad",
            "iPadOS",
            "cros",
            "ChromeOS",
            "mac os x",
            "macOS",
            "linux",
            "Linux");

    public static Device of(@Nullable String agent) {
        String lower = agent == null ? "" : agent.toLowerCase(Locale.ROOT);
        return new Device(first(BROWSERS, lower), first(SYSTEMS, lower));
    }

    /** As it is kept with a session. */
    public String text() {
        return browser + "/" + system;
    }

    static Device ofText(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? new Device("", "") : new Device(text.substring(0, slash), text.substring(slash + 1));
    }

    private static String first(Map<String, String> known, String agent) {
        return known.entrySet().stream()
                .filter(entry -> agent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
