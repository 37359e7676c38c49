package io.clientela.access;

import io.clientela.audit.SubjectNames;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the trail what people, departments and roles are called today. */
@Configuration(proxyBeanMethods = false)
class AuditedAccounts {

    @Bean
    SubjectNames accountNames(People people) {
        return new Named("account", (id, language) -> people.displayName(number(id)));
    }

    @Bean
    SubjectNames departmentNames(People people) {
        return new Named("department", (id, language) -> people.departmentName(number(id)));
    }

    @Bean
    SubjectNames roleNames(RoleStore roles) {
        return new Named(
                "role",
                (id, language) -> roles.all().stream()
                        .filter(role -> role.key().equals(id))
                        .map(role -> role.label(language))
                        .findFirst()
                        .orElse(""));
    }

    /** A row put in by hand may name anything. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private interface Teller {
        String name(String id, String language);
    }

    private record Named(String kind, Teller teller) implements SubjectNames {
        @Override
        public Optional<String> name(String id, String language) {
            return Optional.of(teller.name(id, language)).filter(name -> !name.isEmpty());
        }
    }
}
