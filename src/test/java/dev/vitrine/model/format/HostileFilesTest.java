package dev.vitrine.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class HostileFilesTest {
    @TempDir Path home;

    private static String refused(byte[] bytes) {
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                SignatureDraft.read(
                                        bytes, "signature.yaml", new Folder(Path.of(""))));
        assertThat(e.fault()).isEqualTo(Fault.MODEL);
        return e.getMessage();
    }

    private static String refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aliasesAreRefusedBeforeTheyCanMultiply() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'j'; c++) {
            char before = (char) (c - 1);
            bomb.append("%s: &%s [*%s, *%s, *%s]\n".formatted(c, c, before, before, before));
        }
        assertThat(refused(bomb.toString()))
                .isEqualTo(
                        "signature.yaml line 2: '*a' points at another part; write that part out"
                                + " here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "{a: ["})
    void deepNestingEndsInASentence(String opening) {
        assertThat(refused(opening.repeat(100_000)))
                .contains("nested deeper than 40 levels")
                .startsWith("signature.yaml line 1:");
    }

    @Test
    void moreValuesThanAnySignatureHasEndInASentence() {
        assertThat(refused("a: [" + "1,".repeat(300_000) + "1]"))
                .contains("more than 200000 values");
    }

    @Test
    void aLargeFileIsRefusedWithoutBeingReadWhole() throws Exception {
        Path file = home.resolve("signature.yaml");
        Files.write(file, new byte[10 << 20]);
        assertThatThrownBy(() -> SignatureDraft.read(file, new Folder(home)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("larger than 4 MB");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        assertThat(refused("title: Größe".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("signature.yaml is not UTF-8 text; save it as UTF-8.");
        assertThat(refused("title: x".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("signature.yaml is not UTF-8 text; save it as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "# nothing", "---\n...\n", "vitrine: 1\n---\nvitrine: 1\n", "a: .inf",
                "a: .nan", "a: 0xffffffffffffffffffffff", "[a]: 1", "{a: 1}: 1", "a:\n\t- b",
                "a: \u0001", "!!java.net.URL [x]", "%FOO\n--- a", "a: 'open",
                        "a: |\n b\n  c\n d\ne",
                "<<: {a: 1}", "*x", "\uFFFE", "a: b: c",
            })
    void anythingElseEndsInASentenceToo(String text) {
        assertThat(refused(text)).startsWith("signature.yaml ").endsWith(".");
    }

    @Test
    void aByteOrderMarkAndAnyLineEndingAreTaken() {
        SignatureDraft draft =
                SignatureDraft.read(
                        "\uFEFFvitrine: 1\r\ninputs: {}\r\noutputs:\r\n  y: {kind: text}\r\n"
                                .getBytes(StandardCharsets.UTF_8),
                        "signature.yaml",
                        new Folder(home));
        assertThat(draft.signature().outputs()).hasSize(1);
    }

    @Test
    void jsonWithTabsAndEscapesIsTaken() {
        SignatureDraft draft =
                SignatureDraft.read(
                        "{\n"
                                + "\t\"vitrine\": 1,\n"
                                + "\t\"title\": \"\\ud83d\\ude00 \\/\",\n"
                                + "\t\"inputs\": {},\n"
                                + "\t\"outputs\": {\"y\": {\"kind\": \"text\"}}\n"
                                + "}",
                        "signature.json",
                        new Folder(home));
        assertThat(draft.signature().title()).isEqualTo("😀 /");
    }

    @Property(tries = 2000)
    void noBytesEndInAnythingButASentence(@ForAll @Size(max = 200) byte[] bytes) {
        try {
            SignatureDraft.read(bytes, "signature.yaml", new Folder(Path.of("")));
        } catch (ProblemException e) {
            assertThat(e.fault()).isEqualTo(Fault.MODEL);
        }
    }

    @Property(tries = 2000)
    void noTextEndsInAnythingButASentence(@ForAll @Size(max = 200) char[] text) {
        char[] yaml = "[]{}:,-'\"|>#&*!%@?\n \tavk1.~".toCharArray();
        StringBuilder all = new StringBuilder();
        for (char c : text) {
            all.append(yaml[c % yaml.length]);
        }
        try {
            SignatureDraft.read(all.toString(), "signature.yaml", new Folder(Path.of("")));
        } catch (ProblemException e) {
            assertThat(e.fault()).isEqualTo(Fault.MODEL);
        }
    }
}
