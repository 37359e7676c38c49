package planted.clientela.room;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

public class FieldInjected {
    @Autowired
    @Nullable
    String wrong;
}
