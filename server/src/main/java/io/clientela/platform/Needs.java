package io.clientela.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The function an endpoint needs, a name of {@link io.clientela.kernel.Functions}. Every handler below {@code /api/v1} bears
 * this, {@link SignedIn} or {@link Open}; one without any is refused.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    String value();

    /** Another function that opens the endpoint as well; empty where there is none. */
    String or() default "";
}
