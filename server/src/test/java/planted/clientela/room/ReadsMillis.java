package planted.clientela.room;

public final class ReadsMillis {
    long wrong() {
        return System.currentTimeMillis();
    }
}
