/**
 * How alike two names are, in any script: persons' and enterprises'. Names are prepared once and compared often; nothing here
 * knows of records, weights learned or thresholds, which are the matcher's.
 */
@NullMarked
package io.clientela.kit.match.names;

import org.jspecify.annotations.NullMarked;
