/**
 * Who may do what: departments, accounts, roles, sessions, tokens, and the security edge of the web. Works out the
 * {@link io.clientela.kernel.Actor} of every request with today's rights; knows nothing of customers.
 */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "audit"})
@NullMarked
package io.clientela.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
