package planted.clientela.room;

import java.text.SimpleDateFormat;
import java.util.Locale;

public final class OldDate {
    SimpleDateFormat wrong() {
        return new SimpleDateFormat("yyyy", Locale.ROOT);
    }
}
