package io.clientela.customer;

/**
 * A file that no other is linked with, as a change left it.
 *
 * @param entry what the change appended, which has no id yet
 */
record LeftFile(FileRow row, FileState state, Entry entry) implements Outcome.Left {}
