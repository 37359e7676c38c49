package io.clientela.kit.check;

import io.clientela.kit.text.Names;
import java.util.Optional;

/** Code of a gender as registers write it: male, female, other, unknown. */
public final class Genders {

    private Genders() {}

    public static Optional<String> code(String raw) {
        return switch (Names.fold(raw)) {
            case "male", "m", "man", "男", "男性", "先生", "hombre", "h", "masculino", "varon", "mr", "sr", "1" ->
                Optional.of("male");
            case "female", "f", "woman", "女", "女性", "女士", "小姐", "mujer", "femenino", "mrs", "ms", "sra", "2" ->
                Optional.of("female");
            case "other", "其他", "其它", "otro", "otra", "x", "9", "diverse" -> Optional.of("other");
            case "unknown", "未知", "未说明", "desconocido", "u", "0" -> Optional.of("unknown");
            default -> Optional.empty();
        };
    }
}
