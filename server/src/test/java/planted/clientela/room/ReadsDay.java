package planted.clientela.room;

import java.time.LocalDate;
import java.time.ZoneOffset;

public final class ReadsDay {
    LocalDate wrong() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
