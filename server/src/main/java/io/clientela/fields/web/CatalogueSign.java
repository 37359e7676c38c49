package io.clientela.fields.web;

import io.clientela.fields.FieldCatalogue;
import io.clientela.platform.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Says with every answer to somebody signed in which catalogue is in force, so that a page that was opened before a change learns of
 * it by whatever it asks next. A page that asked by itself would keep the session of a person who has left.
 */
@Configuration(proxyBeanMethods = false)
class CatalogueSign implements WebMvcConfigurer, HandlerInterceptor {

    static final String HEADER = "Clientela-Catalogue";

    private final FieldCatalogue catalogue;

    CatalogueSign(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Behind the check of functions, which refuses first. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !method.hasMethodAnnotation(Open.class)) {
            response.setHeader(HEADER, Long.toString(catalogue.version()));
        }
        return true;
    }
}
