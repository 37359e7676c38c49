package io.clientela.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Puts {@link BareRefusals} where even what never reaches a filter comes by. */
@Component
@ConditionalOnWebApplication
class BeforeTheDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final Problems problems;

    BeforeTheDoor(Problems problems) {
        this.problems = problems;
    }

    /** After the usual one, and so within it: the one nearest to the answer words it first. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BareRefusals(problems)));
    }
}
