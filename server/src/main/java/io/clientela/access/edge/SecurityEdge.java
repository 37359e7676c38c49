package io.clientela.access.edge;

import io.clientela.access.AccessError;
import io.clientela.access.Identities;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What stands before every handler: sign-in, CSRF, and headers that leave a browser little to be talked into. */
@Configuration(proxyBeanMethods = false)
class SecurityEdge {

    static final String API = "/api/";

    /**
     * Scripts come from here only. Styles may also stand in the page, because Ant Design makes them while it runs and the
     * page is a plain file that can't bear a nonce of each request.
     */
    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
            + "form-action 'self'";

    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private final HandlerExceptionResolver problems;

    SecurityEdge(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(API);
    }

    /** Parts of the page are the same for everybody and kept by whoever passes them on, so nothing of anybody's stands beside them. */
    @Bean
    @Order(1)
    SecurityFilterChain parts(HttpSecurity http) {
        http.securityMatcher("/assets/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(options -> {}))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable);
        return http.build();
    }

    /** Programs bring a token with each request; what guards a browser from being talked into something would only cost them time. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, Identities identities, WebSessions sessions) {
        common(http, identities, sessions)
                .securityMatcher(SignedInFilter::bearsToken)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable);
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(HttpSecurity http, Identities identities, WebSessions sessions) {
        common(http, identities, sessions)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(this::csrf)
                .anonymous(anonymous -> {});
        return http.build();
    }

    private HttpSecurity common(HttpSecurity http, Identities identities, WebSessions sessions) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/session", "/api/v1/session/code")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new UnattendedFilter(), SecurityContextHolderFilter.class)
                .addFilterBefore(new SignedInFilter(identities, sessions), AuthorizationFilter.class)
                .exceptionHandling(failure -> failure.authenticationEntryPoint(
                                (request, response, e) -> answer(request, response, CommonError.NOT_SIGNED_IN))
                        .accessDeniedHandler(this::denied))
                .headers(this::headers)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable);
    }

    /** An address no handler should ever see is refused in the same words as everything else. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, e) -> answer(request, response, CommonError.BAD_REQUEST);
    }

    /** The token stands in a cookie that the page reads and sends back as a header; another site can do neither. */
    private void csrf(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(made -> made.sameSite("Strict"));
        CsrfTokenRequestAttributeHandler plain = new CsrfTokenRequestAttributeHandler();
        // Without a name the token is made at once, so that the first GET already sets the cookie.
        plain.setCsrfRequestAttributeName(null);
        csrf.csrfTokenRepository(cookie).csrfTokenRequestHandler(plain);
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    private void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
        answer(request, response, e instanceof CsrfException ? AccessError.CSRF_REFUSED : CommonError.NO_RIGHT);
    }

    /** Refusals made before any handler are worded by the same advice as all others. */
    private void answer(HttpServletRequest request, HttpServletResponse response, ErrorCode error) {
        problems.resolveException(request, response, null, new Refusal(error));
    }
}
