package io.clientela.kit.check;

/** Cleans and checks one non-blank raw value; never throws for bad input. */
@FunctionalInterface
public interface Rule {
    Checked check(String raw, Context context);
}
