package planted.rooms.downstairs;

import planted.rooms.upstairs.Upstairs;

public final class Downstairs {
    int number(Upstairs upstairs) {
        return upstairs.number();
    }
}
