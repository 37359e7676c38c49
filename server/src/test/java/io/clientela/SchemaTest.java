package io.clientela;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.platform.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One schema a room: nothing of ours is in public, and no script of ours relies on a search path. */
@ServerTest
class SchemaTest {

    /** What a statement makes, changes or fills, with the name it gives it. */
    private static final Pattern NAMED = Pattern.compile("\\b(?:create\\s+(?:or\\s+replace\\s+)?(?:unlogged\\s+)?"
            + "(?:table|view|materialized\\s+view|function|type|domain|sequence|procedure)"
            + "|alter\\s+(?:table|sequence|view|function|domain)|insert\\s+into|references"
            + "|create\\s+(?:unique\\s+)?index\\s+(?:concurrently\\s+)?(?:if\\s+not\\s+exists\\s+)?\\w+\\s+on(?:\\s+only)?"
            + "|drop\\s+(?:table|view|index|function|type|domain|sequence))"
            + "\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?(?:only\\s+)?([\\w.\"]+)");

    private final JdbcClient sql;

    SchemaTest(@org.springframework.beans.factory.annotation.Autowired JdbcClient sql) {
        this.sql = sql;
    }

    @Test
    void everyScriptNamesItsSchemas() throws IOException {
        Resource[] scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql");
        assertThat(scripts).isNotEmpty();
        for (Resource script : scripts) {
            assertThat(unqualified(script.getContentAsString(StandardCharsets.UTF_8)))
                    .as(String.valueOf(script.getFilename()))
                    .isEmpty();
        }
    }

    @Test
    void unqualifiedNameIsFound() {
        assertThat(unqualified("create table loose (a int references other.place);"))
                .containsExactly("loose");
        assertThat(unqualified("create unique index a_b on loose (b);\ninsert into kept.a values (1);"))
                .containsExactly("loose");
    }

    @Test
    void nothingOfOursIsInPublic() {
        List<String> found = sql.sql("""
                        select c.relname
                        from pg_catalog.pg_class c
                        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public'
                          and not exists (
                            select 1
                            from pg_catalog.pg_depend d
                            where d.objid = c.oid
                              and d.deptype = 'e')
                        union all
                        select p.proname
                        from pg_catalog.pg_proc p
                        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
                        where n.nspname = 'public'
                          and not exists (
                            select 1
                            from pg_catalog.pg_depend d
                            where d.objid = p.oid
                              and d.deptype = 'e')
                        """).query(String.class).list();

        assertThat(found).isEmpty();
    }

    private static List<String> unqualified(String script) {
        String statements = script.replaceAll("--[^\n]*", " ").toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        Matcher matcher = NAMED.matcher(statements);
        while (matcher.find()) {
            if (!matcher.group(1).contains(".")) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }
}
