package io.clientela.access.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of an address with a variable part, such as a customer's. Spring asks every mapping there is for that, method,
 * media types and pattern; here those whose fixed beginning doesn't fit are passed over first, a tenth of the time of a read.
 */
@Component
final class Routes implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByBeginning();
    }

    private static final class ByBeginning extends RequestMappingHandlerMapping {

        private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo mapping, HttpServletRequest request) {
            String beginning = beginnings.computeIfAbsent(mapping, ByBeginning::beginning);
            return request.getRequestURI().startsWith(beginning) ? super.getMatchingMapping(mapping, request) : null;
        }

        /** What every address of the mapping begins with; empty where it has several patterns. */
        private static String beginning(RequestMappingInfo mapping) {
            var patterns = mapping.getPatternValues();
            if (patterns.size() != 1) {
                return "";
            }
            String pattern = patterns.iterator().next();
            int end = 0;
            while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) {
                end++;
            }
            return pattern.substring(0, end);
        }
    }
}
