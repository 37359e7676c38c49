package io.clientela.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.platform.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServerTest
class VaultTest {

    private static final byte[] SECRET = "430104197110263614".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Vault vault;

    @Autowired
    BlindIndex blinds;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionOperations transaction;

    private Map<Long, SealKey> made(List<Long> files) {
        Vault.NewKeys keys = vault.make(files);
        transaction.executeWithoutResult(t -> vault.keep(keys));
        return keys.keys();
    }

    @Test
    void opensWhatItSealedAndOnlyInItsPlace() {
        Map<Long, SealKey> made = made(List.of(9_000_001L, 9_000_002L));
        byte[] sealed = made.get(9_000_001L).seal(SECRET, "entry:9000001:1");
        SealKey again = vault.open(9_000_001L).orElseThrow();
        assertThat(again.open(sealed, "entry:9000001:1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> again.open(sealed, "entry:9000001:2")).isInstanceOf(IllegalStateException.class);
        SealKey other = vault.open(9_000_002L).orElseThrow();
        assertThatThrownBy(() -> other.open(sealed, "entry:9000001:1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsNothingOnceARunsKeyIsDestroyed() {
        transaction.executeWithoutResult(t -> vault.createRunKey(9_000_077L));
        assertThat(vault.openRunKey(9_000_077L)).isPresent();
        transaction.executeWithoutResult(t -> vault.destroyRunKey(9_000_077L));
        assertThat(vault.openRunKey(9_000_077L)).isEmpty();
    }

    @Test
    void keepsNoKeyInClear() {
        made(List.of(9_000_003L));
        byte[] wrapped = sql.sql("select wrapped from vault.file_key where file_id = 9000003")
                .query((row, n) -> row.getBytes(1))
                .single();
        // Format byte, nonce, 32 sealed bytes, tag.
        assertThat(wrapped).hasSize(1 + 12 + 32 + 16);
        assertThat(sql.sql("select count(*) from vault.group_key")
                        .query(Long.class)
                        .single())
                .isEqualTo(GroupKeys.GROUPS);
    }

    @Test
    void blindIndexTellsKindsApartAndIsStable() {
        assertThat(blinds.of("document_number", "X1")).isEqualTo(blinds.of("document_number", "X1"));
        assertThat(blinds.of("document_number", "X1")).isNotEqualTo(blinds.of("credit_code", "X1"));
    }
}
