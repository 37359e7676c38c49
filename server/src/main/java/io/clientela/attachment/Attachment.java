package io.clientela.attachment;

import java.time.Instant;

/**
 * A stored file.
 *
 * @param fileId the customer's file under whose key it is sealed
 * @param headId whose file that is now
 * @param place what it was handed over for, in the words of whoever took it
 * @param by who handed it over
 * @param bound whether something names it; until then only whoever handed it over may use it, and only for a day
 */
public record Attachment(
        long id, long fileId, long headId, String place, About about, long size, long by, Instant at, boolean bound) {

    /**
     * What is known of the content, sealed like the content itself.
     *
     * @param name as it is offered to whoever fetches it: no path, no control characters
     * @param type media type as its content shows
     * @param sha256 of the content, in hexadecimal
     */
    public record About(String name, String type, String sha256) {}
}
