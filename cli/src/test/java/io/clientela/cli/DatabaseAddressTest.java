package io.clientela.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("PGUSER", "env", "PGPASSWORD", "hidden");

    @ParameterizedTest
    @CsvSource(textBlock = """
            postgresql://ana:s%40l@db:5433/crm?ssl=true, jdbc:postgresql://db:5433/crm?ssl=true, ana, s@l
            jdbc:postgresql://db/crm?user=ana&password=a+b, jdbc:postgresql://db/crm, ana, a+b
            postgres://db/crm, jdbc:postgresql://db/crm, env, hidden
            postgresql://ana@db/crm, jdbc:postgresql://db/crm, ana, hidden
            """)
    void readsAnAddressAsPeopleWriteIt(String typed, String url, String user, String password) {
        assertThat(DatabaseAddress.parse(typed, ENVIRONMENT)).isEqualTo(new DatabaseAddress(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/crm", "crm", "http://db", "postgresql:///crm", "not a url"})
    void refusesWhatIsNoPostgresAddress(String typed) {
        assertThatThrownBy(() -> DatabaseAddress.parse(typed, ENVIRONMENT)).isInstanceOf(Trouble.class);
    }
}
