package io.clientela.kit.recognise;

import java.util.List;
import java.util.regex.Pattern;

/** The language of a heading row, and the countries that language makes likely. */
final class Languages {

    private static final Pattern SPANISH = Pattern.compile(
            "\\b(codigo|nombres?|apellidos?|telefono|movil|correo|fecha|poblacion|provincia|direccion|domicilio|ciudad|importe|cliente|razon|empresa"
                    + "|nif|cif|dni|localidad|municipio|calle|observaciones|etiquetas|pais|sexo|cargo|puesto|alta|autoriza|acepta|nacimiento)\\b");

    private Languages() {}

    static String of(List<String> headings) {
        int filled = 0;
        int spanish = 0;
        int han = 0;
        for (String heading : headings) {
            HeadingText text = HeadingText.of(heading);
            if (!text.compact().isEmpty()) {
                filled++;
                han += text.han() ? 1 : 0;
                spanish += SPANISH.matcher(text.spaced()).find() ? 1 : 0;
            }
        }
        if (filled == 0) {
            return "";
        }
        if (han * 2 >= filled) {
            return "zh";
        }
        return spanish * 3 >= filled ? "es" : "en";
    }

    static List<String> countries(String language) {
        return switch (language) {
            case "zh" -> List.of("CN", "US", "GB", "ES", "AU", "DE", "FR", "MX");
            case "es" -> List.of("ES", "MX", "US", "GB", "FR", "DE", "CN", "AU");
            default -> List.of("US", "GB", "AU", "CN", "ES", "DE", "FR", "MX");
        };
    }
}
