package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in the row of a file that heads others.
 *
 * @param members all files of the group, the head among them, the oldest first
 * @param from whose value a field shows where it isn't the head's own
 */
record Linked(
        @JsonProperty("m") List<Member> members,
        @JsonProperty("f") Map<String, Long> from) {

    record Member(
            @JsonProperty("id") long fileId,
            @JsonProperty("n") String number) {}

    /** Numbers under which the head is found as well. */
    List<String> aliases(CustomerNumber head) {
        return members.stream()
                .map(Member::number)
                .filter(number -> !number.equals(head.text()))
                .toList();
    }

    Optional<String> number(long file) {
        return members.stream()
                .filter(member -> member.fileId() == file)
                .map(Member::number)
                .findFirst();
    }

    /** The file a field's value comes from. */
    long source(String key, long head) {
        return from.getOrDefault(key, head);
    }
}
