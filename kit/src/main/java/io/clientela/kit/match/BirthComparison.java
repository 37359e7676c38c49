package io.clientela.kit.match;

import io.clientela.kit.match.compare.DateLevel;
import java.util.List;

/** Birth dates. */
final class BirthComparison implements Comparison {

    @Override
    public List<Aspect> aspects() {
        return List.of(Weights.aspect("birth_date", DateLevel.values(), DateLevel::code, Weights.BIRTH_DATE));
    }

    @Override
    public void compare(Base base, int a, int b, byte[] levels, int from) {
        levels[from] = (byte) DateLevel.compare(base.get(Slot.BIRTH, a), base.get(Slot.BIRTH, b))
                .place();
    }

    @Override
    public String shown(Base base, int row, int aspect) {
        int date = base.get(Slot.BIRTH, row);
        return date == 0 ? "" : "%04d-%02d-%02d".formatted(date / 10_000, date / 100 % 100, date % 100);
    }
}
