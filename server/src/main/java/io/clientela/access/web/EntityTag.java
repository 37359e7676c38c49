package io.clientela.access.web;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.util.OptionalLong;

/** The version a request says it knows. */
final class EntityTag {

    private EntityTag() {}

    /** Of a tag such as {@code "7"}, weak or strong; none or {@code *} means that the caller doesn't mind. */
    static OptionalLong version(String tag) {
        String bare = tag.replace("W/", "").replace("\"", "").strip();
        if (bare.isEmpty() || "*".equals(bare)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(bare));
        } catch (NumberFormatException e) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
    }
}
