package planted.clientela.kit;

import org.springframework.util.StringUtils;

public final class SpringInKit {
    boolean blank(String text) {
        return !StringUtils.hasText(text);
    }
}
