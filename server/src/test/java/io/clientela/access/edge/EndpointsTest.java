package io.clientela.access.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.clientela.platform.Open;
import io.clientela.platform.ServerTest;
import io.clientela.platform.SignedIn;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServerTest
class EndpointsTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void everyEndpointOfOursSaysWhoMayUseIt() {
        List<HandlerMethod> ours = handlers.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("io.clientela."))
                .toList();
        assertThat(ours).hasSizeGreaterThan(15);
        assertThat(ours)
                .allSatisfy(handler ->
                        assertThat(marks(handler)).as(handler.toString()).hasSize(1));
    }

    @Test
    void everyFunctionAnEndpointNeedsExists() {
        assertThat(handlers.getHandlerMethods().values().stream()
                        .flatMap(handler -> Optional.ofNullable(handler.getMethodAnnotation(Needs.class)).stream())
                        .map(Needs::value))
                .isSubsetOf(Functions.ALL);
    }

    private static List<Class<? extends Annotation>> marks(HandlerMethod handler) {
        return Stream.of(Needs.class, SignedIn.class, Open.class)
                .<Class<? extends Annotation>>map(mark -> mark)
                .filter(handler::hasMethodAnnotation)
                .toList();
    }
}
