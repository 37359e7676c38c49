package io.clientela.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.platform.ServerTest;
import io.clientela.vault.SealedPieces;
import io.clientela.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Stored files on a real database: what goes in comes out, and nothing of it stands there in clear. */
@ServerTest
class AttachmentsTest {

    private static final byte[] HEAD = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    private static final AtomicLong FILES = new AtomicLong(7_000_000);

    @Autowired
    Attachments attachments;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private long file;
    private Actor ana;

    @BeforeEach
    void aFileWithItsKey() {
        file = FILES.incrementAndGet();
        ana = actor(file);
        transaction.executeWithoutResult(status -> vault.keep(vault.make(List.of(file))));
    }

    private static Actor actor(long id) {
        return new Actor(
                id,
                "user" + id,
                OptionalLong.of(1),
                Set.copyOf(Functions.ALL),
                new Scope.All(),
                new FieldRights(Map.of()),
                "en",
                "127.0.0.1",
                "api");
    }

    private Attachment taken(String name, byte[] content) throws IOException {
        return attachments.take(
                new FileId(file), new FileId(file), "here", name, new ByteArrayInputStream(content), ana);
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy(HEAD, 0, content, 0, HEAD.length);
        return content;
    }

    @Test
    void comesOutAsItWentInOverSeveralPieces() throws IOException, NoSuchAlgorithmException {
        for (int size :
                new int[] {HEAD.length, SealedPieces.PIECE, SealedPieces.PIECE + 1, 3 * SealedPieces.PIECE - 7}) {
            byte[] content = pdf(size);
            Attachment kept = taken("合同.pdf", content);
            Attachment found = attachments.find(kept.id()).orElseThrow();
            assertThat(found.about()).isEqualTo(kept.about());
            assertThat(found.about().sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
            assertThat(found.size()).isEqualTo(size);
            try (InputStream out = attachments.content(found)) {
                assertThat(out.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Test
    void neitherContentNorNameNorChecksumStandsInClear() throws IOException {
        byte[] content = pdf(5_000);
        byte[] secret = "Casimira Testigosa".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(secret, 0, content, 100, secret.length);
        Attachment kept = taken("secreto-casimira.pdf", content);
        String rows = sql.sql("""
                        select a::text || (select string_agg(encode(p.body, 'hex'), '') from attachment.piece p
                                           where p.attachment_id = a.attachment_id)
                        from attachment.attachment a
                        where a.attachment_id = :id
                        """).param("id", kept.id()).query(String.class).single();
        assertThat(rows).hasSizeGreaterThan(10_000);
        for (byte[] clear : List.of(
                secret,
                HEAD,
                "secreto-casimira".getBytes(StandardCharsets.UTF_8),
                "application/pdf".getBytes(StandardCharsets.UTF_8),
                kept.about().sha256().getBytes(StandardCharsets.UTF_8))) {
            assertThat(rows)
                    .doesNotContain(HexFormat.of().formatHex(clear))
                    .doesNotContain(new String(clear, StandardCharsets.UTF_8));
        }
        assertThat(rows).doesNotContain(kept.about().sha256());
    }

    @Test
    void aPieceOfAnotherFileDoesntOpenAndAMissingOneIsNoEnd() throws IOException {
        Attachment one = taken("a.pdf", pdf(2 * SealedPieces.PIECE));
        Attachment other = taken("b.pdf", pdf(2 * SealedPieces.PIECE));
        sql.sql("""
                        update attachment.piece p
                        set body = (select o.body from attachment.piece o where o.attachment_id = :other and o.no = 0)
                        where p.attachment_id = :one and p.no = 0
                        """).param("one", one.id()).param("other", other.id()).update();
        sql.sql("delete from attachment.piece p where p.attachment_id = :id and p.no = 1")
                .param("id", other.id())
                .update();
        assertThatThrownBy(() -> attachments.content(one).readAllBytes()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> attachments.content(other).readAllBytes()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        refused("a.pdf", new byte[0], AttachmentError.ATTACHMENT_EMPTY);
        refused("a.pdf", new byte[] {'M', 'Z', 0, 0}, AttachmentError.ATTACHMENT_DANGEROUS);
        refused("a.exe", pdf(20), AttachmentError.ATTACHMENT_DANGEROUS);
        refused("a.png", pdf(20), AttachmentError.ATTACHMENT_MISMATCH);
        refused("a.dwg", pdf(20), AttachmentError.ATTACHMENT_KIND);
        refused("..", pdf(20), AttachmentError.ATTACHMENT_NAME);
        refused("a.pdf", pdf(20_000_001), AttachmentError.ATTACHMENT_TOO_LARGE);
        assertThat(rows()).isZero();
        assertThat(sql.sql("""
                        select count(*) from attachment.piece p
                        where not exists (
                          select 1 from attachment.attachment a where a.attachment_id = p.attachment_id)
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void oneThatBreaksOffOnItsWayLeavesNothing() {
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(pdf(SealedPieces.PIECE + 5)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the line is cut");
                    }
                });
        assertThatThrownBy(() -> attachments.take(new FileId(file), new FileId(file), "here", "a.pdf", broken, ana))
                .isInstanceOf(IOException.class);
        assertThat(rows()).isZero();
    }

    @Test
    void whatNobodyNamesIsDeletedAfterADayAndWhatIsNamedStays() throws IOException {
        Attachment loose = taken("suelto.pdf", pdf(50));
        Attachment named = taken("puesto.pdf", pdf(50));
        transaction.executeWithoutResult(status -> attachments.bind(named.id()));
        attachments.tidy(clock.instant().plus(Duration.ofHours(23)));
        assertThat(attachments.find(loose.id())).isPresent();
        assertThat(attachments.tidy(clock.instant().plus(Duration.ofHours(25)))).isPositive();
        assertThat(attachments.find(loose.id())).isEmpty();
        assertThat(attachments.find(named.id())).isPresent();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> attachments.bind(loose.id())))
                .isInstanceOf(Refusal.class);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void nobodyFillsTheDiskWithFilesTheyDontUse() throws IOException {
        for (int i = 0; i < 50; i++) {
            taken("a.pdf", pdf(20));
        }
        refused("a.pdf", pdf(20), AttachmentError.ATTACHMENT_TOO_MANY);
        assertThat(attachments.take(
                        new FileId(file),
                        new FileId(file),
                        "here",
                        "a.pdf",
                        new ByteArrayInputStream(pdf(20)),
                        actor(file + 500_000)))
                .isNotNull();
    }

    private void refused(String name, byte[] content, AttachmentError error) {
        assertThatThrownBy(() -> taken(name, content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private long rows() {
        return sql.sql("select count(*) from attachment.attachment a where a.file_id = :file")
                .param("file", file)
                .query(Long.class)
                .single();
    }
}
