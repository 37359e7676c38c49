/** Keys and sealing: what is sealed here can be read only while its key lives. Knows no business type. */
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package io.clientela.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
