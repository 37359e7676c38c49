package io.clientela.cli;

/** The types of customer a verb can be told. */
enum RecordKind {
    individual,
    enterprise
}
