package planted.rooms.upstairs;

public final class Upstairs {
    public int number() {
        return 1;
    }
}
