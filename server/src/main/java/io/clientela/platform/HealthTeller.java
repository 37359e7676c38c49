package io.clientela.platform;

import java.time.Instant;
import java.util.List;

/** A room that tells how it is; asked by whoever puts the whole together. Names and values of customers never stand in a sign. */
public interface HealthTeller {

    List<HealthSign> signs(Instant now);
}
