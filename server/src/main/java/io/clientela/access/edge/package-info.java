/** The security edge: who a request comes from, whether it may reach its handler, and the headers every answer bears. */
@NullMarked
package io.clientela.access.edge;

import org.jspecify.annotations.NullMarked;
