/** Words every room shares: ids, who acts, how a refusal looks. Knows neither Spring nor SQL. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.clientela.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
