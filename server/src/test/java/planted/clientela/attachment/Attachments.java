package planted.clientela.attachment;

/** As the room of stored files has it. */
public class Attachments {

    public byte[] content() {
        return new byte[0];
    }
}
