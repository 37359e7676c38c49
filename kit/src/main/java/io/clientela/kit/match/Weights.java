package io.clientela.kit.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The weights shipped, from which learning starts and to which a small base keeps close: for each level how often it is seen
 * between records of one customer and between strangers. In the order of the levels after "missing".
 *
 * <p>Estimates of our own, by what was seen in made registers and in public sets of damaged persons.
 */
final class Weights {

    //                                     equal   variant  swapped part    close   initial alike   different
    static final double[][] GIVEN_NAME = {
        {0.70, 0.05, 0.03, 0.02, 0.09, 0.03, 0.03, 0.05}, {0.006, 0.003, 0.0002, 0.001, 0.003, 0.06, 0.03, 0.89}
    };
    static final double[][] FAMILY_NAME = {
        {0.75, 0.02, 0.005, 0.04, 0.10, 0.005, 0.03, 0.05}, {0.003, 0.001, 0.0002, 0.001, 0.002, 0.005, 0.02, 0.96}
    };
    //                                     equal   swapped  digit   near    year    different
    static final double[][] BIRTH_DATE = {
        {0.82, 0.01, 0.07, 0.04, 0.01, 0.05}, {0.00004, 0.0002, 0.0006, 0.004, 0.017, 0.978}
    };
    //                                     equal   close    part    alike   different
    static final double[][] PHONE = {{0.80, 0.06, 0.01, 0.00, 0.13}, {0.00001, 0.000005, 0.000005, 0.00001, 0.9999}};
    static final double[][] EMAIL = {{0.80, 0.08, 0.02, 0.02, 0.08}, {0.00001, 0.00002, 0.0002, 0.0002, 0.9995}};
    //                                     equal   close   different other
    static final double[][] DOCUMENT = {{0.90, 0.055, 0.04, 0.005}, {0.000002, 0.00002, 0.5, 0.499978}};
    static final double[][] GENDER = {{0.985, 0.015}, {0.5, 0.5}};
    static final double[][] EMPLOYER = {{0.70, 0.05, 0.05, 0.05, 0.15}, {0.01, 0.001, 0.002, 0.007, 0.98}};
    static final double[][] HANDLE = {{0.85, 0.03, 0.00, 0.00, 0.12}, {0.00001, 0.00001, 0.00001, 0.00001, 0.99996}};
    static final double[][] REPRESENTATIVE = {{0.80, 0.05, 0.03, 0.02, 0.10}, {0.001, 0.001, 0.001, 0.007, 0.99}};
    //                                     equal   nearly  one     close   region  different
    static final double[][] PLACE = {{0.62, 0.18, 0.06, 0.05, 0.04, 0.05}, {0.003, 0.0005, 0.003, 0.0035, 0.12, 0.87}};
    //                                     equal   close   street  alike   number  different
    static final double[][] STREET = {{0.60, 0.20, 0.06, 0.04, 0.03, 0.07}, {0.00005, 0.00005, 0.003, 0.01, 0.01, 0.977}
    };
    static final double[][] PREMISES = {{0.70, 0.12, 0.03, 0.03, 0.12}, {0.002, 0.001, 0.002, 0.015, 0.98}};
    //                                     equal   core    short   similar brand   different
    static final double[][] TITLE = {
        {0.62, 0.14, 0.10, 0.08, 0.02, 0.04}, {0.0001, 0.0002, 0.0005, 0.003, 0.003, 0.9932}
    };

    private Weights() {}

    static <L> Aspect aspect(String code, L[] levels, Function<L, String> codes, double[][] weights) {
        List<Level> all = new ArrayList<>();
        all.add(new Level(codes.apply(levels[0]), 0, 0));
        for (int i = 1; i < levels.length; i++) {
            all.add(new Level(codes.apply(levels[i]), weights[0][i - 1], weights[1][i - 1]));
        }
        return new Aspect(code, all);
    }
}
