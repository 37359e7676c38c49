/** The embedded PostgreSQL: unpacked, initialised, started, adopted and stopped by us, with durable settings. */
@NullMarked
package io.clientela.platform.postgres;

import org.jspecify.annotations.NullMarked;
