package io.clientela.customer.spi;

import java.util.Collection;
import java.util.Set;

/** A room above tells which files something of its own points to, so that an import isn't taken back under it. */
public interface FileReferences {

    /** Those of these files that are pointed to. */
    Set<Long> among(Collection<Long> fileIds);
}
