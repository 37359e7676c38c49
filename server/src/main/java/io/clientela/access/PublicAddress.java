package io.clientela.access;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Governed;
import io.clientela.platform.SettingGroup;
import io.clientela.platform.SettingValues;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Where colleagues reach this installation, which it can't know by itself: behind a proxy, or on the server's own screen, its
 * address is another. One-time links are made with it.
 */
@Component
public class PublicAddress implements SettingGroup {

    private static final String ADDRESS = "address.public";
    private static final int LONGEST = 200;
    private static final List<Governed> SETTINGS = List.of(Governed.text(ADDRESS, "", LONGEST));

    private final ObjectProvider<SettingValues> values;

    PublicAddress(ObjectProvider<SettingValues> values) {
        this.values = values;
    }

    /** The link by which the holder of a one-time code comes in; empty until somebody has said the address. */
    public Optional<String> welcome(String code) {
        String address = values.getObject().text(ADDRESS);
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(bare(address) + "/welcome?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    @Override
    public String key() {
        return "address";
    }

    @Override
    public List<Governed> settings() {
        return SETTINGS;
    }

    /** Whoever says where one-time links lead could have the codes in them sent to a place of their own. */
    @Override
    public Optional<String> needs() {
        return Optional.of(Functions.ACCESS_MANAGE);
    }

    @Override
    public void check(Map<String, String> wanted, List<Map<String, String>> states) {
        String address = wanted.getOrDefault(ADDRESS, "");
        if (!address.isEmpty() && !isAddress(address)) {
            throw new Refusal(
                    CommonError.INVALID_VALUES,
                    Map.of(),
                    List.of(new FieldProblem(ADDRESS, "setting_address", Map.of())));
        }
    }

    /** Scheme, host and perhaps port: the page lives at the root, and nothing of a name or a question belongs into a link. */
    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(bare(text));
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String bare(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
