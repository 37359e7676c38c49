/**
 * Stored files: what comes in is looked at, refused where it could do harm, and kept sealed under the key of the customer's file
 * it belongs to; what goes out is what came in, to the byte. Never knows what a file is for nor who may read it: whoever asks has
 * seen to that.
 */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "audit", "access", "vault"})
@NullMarked
package io.clientela.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
