package io.clientela.audit;

import io.clientela.kernel.FileId;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The numbers people know files by; told by whoever owns files, so that the trail needn't know them. */
public interface FileNumbers {

    /** The file that bears a number now, as the id of its head. */
    OptionalLong head(String number);

    /** The numbers of these files; those it doesn't know are left out. */
    Map<FileId, String> numbers(Set<FileId> files);
}
