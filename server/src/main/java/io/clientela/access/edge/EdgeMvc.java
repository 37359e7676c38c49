package io.clientela.access.edge;

import io.swagger.v3.oas.models.media.Schema;
import java.time.Duration;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;

/** Puts the edge into Spring MVC: the check of functions, the actor as an argument, and the page with its parts. */
@Configuration(proxyBeanMethods = false)
class EdgeMvc implements WebMvcConfigurer {

    private static final String PAGE = "classpath:/static/";

    private final NeedsInterceptor needs;

    EdgeMvc(NeedsInterceptor needs) {
        this.needs = needs;
        // The actor comes from the edge, not from whoever calls.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(io.clientela.kernel.Actor.class)
                // Any value, not an object with the questions a tree of JSON answers.
                .replaceWithSchema(JsonNode.class, new Schema<>());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(needs).addPathPatterns("/api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    /** Built parts bear a digest in their names and never change; the page itself is asked for anew each time. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(PAGE + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(PAGE)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }
}
