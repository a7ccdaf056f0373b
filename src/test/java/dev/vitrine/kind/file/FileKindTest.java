package dev.vitrine.kind.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class FileKindTest {
    private static final FileKind KIND = new FileKind();
    private static final Port PORT = Port.of("paper", "file");

    @Property
    void aNameNamesOneFileInItsFolderAndStaysAsItIs(@ForAll("names") String given) {
        String name = Attachment.of(given, new byte[0]).name();
        Path folder = Path.of("folder");
        assertThat(folder.resolve(name).normalize().getParent()).isEqualTo(folder);
        assertThat(name).isNotBlank().doesNotContainPattern("[\\p{Cc}\\p{Cf}<>:\"/\\\\|?*]");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
        assertThat(Attachment.of(name, new byte[0]).name()).isEqualTo(name);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().withChars("./\\ :aé\u202e日").ofMaxLength(300),
                Arbitraries.of(
                        "con",
                        "NUL.txt",
                        "com1",
                        "..",
                        "...",
                        "lpt9 .a.b",
                        "a".repeat(500) + ".csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\notes.txt, notes.txt",
        "bericht ü 日本.pdf, bericht ü 日本.pdf",
        "nul.txt, _nul.txt",
        "what?.txt, what_.txt",
        ".., file",
        "invoice\u202efdp.exe, invoicefdp.exe"
    })
    void namesOfOthersAreMadeSafe(String given, String name) {
        assertThat(Attachment.of(given, new byte[0]).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "aGVsbG8=",
                "data:text/plain,hello",
                "data:text/plain;base64,a",
                "data:text/plain;base64,aGVs bG8=",
                "http://127.0.0.1/a.txt",
                ""
            })
    void whatIsNoDataUriIsRefusedAndNoFileIsOpenedForIt(String text) {
        assertThatThrownBy(() -> KIND.decode(PORT, new Raw.Text(text)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'Paper' is no file; give it as a data URI");
    }

    @Test
    void aDataUriCarriesNameAndType() {
        Attachment file =
                KIND.decode(
                        PORT,
                        new Raw.Text(
                                "data:text/plain;charset=utf-8;name=a%20b%2Bc.txt;base64,aGk="));
        assertThat(file)
                .isEqualTo(new Attachment("a b+c.txt", "text/plain", new byte[] {'h', 'i'}));
        assertThat(file.text()).isEqualTo("hi");
    }

    @Test
    void aFileIsRefusedByItsTypeAndSizeBeforeItIsRead() {
        Port port = PORT.withOptions(Map.of("types", List.of(".csv", "image/*"), "maxBytes", 1000));
        KIND.look(port, new byte[0], 1000, "photo.PNG");
        KIND.look(port, new byte[0], 10, "a.CSV");
        assertThatThrownBy(() -> KIND.look(port, new byte[0], 10, "a.exe"))
                .hasMessageContaining("'Paper' takes .csv, image/*, and 'a.exe' is none of them");
        assertThatThrownBy(() -> KIND.look(port, new byte[0], 3_000_000_000L, "a.csv"))
                .hasMessageContaining("'a.csv' has 3.00 GB; give a file of at most 1.0 kB.");
    }

    @Test
    void aBareBodyIsTakenByItsType() {
        Port port = PORT.withOptions(Map.of("types", List.of(".txt")));
        byte[] bytes = {'a'};
        Attachment text = KIND.decode(port, new Raw.Upload(bytes, null, "text/plain"));
        assertThat(KIND.check(port, text)).isEmpty();
        Attachment other = KIND.decode(port, new Raw.Upload(bytes, null, "text/html"));
        assertThat(KIND.check(port, other)).isNotEmpty();
    }

    @Test
    void aTypeThatIsNoneIsSaidWhereItIsDeclared() {
        assertThat(KIND.declare(PORT.withOptions(Map.of("types", List.of("csv")))))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("'csv' is no type of a file"));
    }
}
