package planted.clientela.room;

import planted.clientela.attachment.Attachments;

/** Sent to hand out a stored file past the read gate. */
class HandsOutFile {

    byte[] wrong(Attachments attachments) {
        return attachments.content();
    }
}
