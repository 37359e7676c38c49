/** The HTTP face of the audit trail. */
@NullMarked
package io.clientela.audit.web;

import org.jspecify.annotations.NullMarked;
