package dev.vitrine.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.model.SignatureYaml;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class SignatureErrorsTest {
    private static final String VALID =
            """
            vitrine: 1
            title: T
            task: other
            models: {main: model.onnx}
            inputs:
              image:
                kind: image
                label: Your digit
                tensor: {name: image, size: [28, 28]}
              n:
                kind: slider
                min: 0
                max: 10
                default: 3
            outputs:
              scores:
                kind: label
                top: 5
                labels: labels.txt
            examples:
              - name: three
                inputs: {image: examples/digit_3.png, n: 4}
                expect: {scores: {label: "3"}}
            """;

    private static List<String> sentences(String text) {
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> SignatureYaml.read(text, "signature.yaml", Path.of("models/digits")));
        assertThat(e).as(text).isNotNull();
        assertThat(e.fault()).isEqualTo(Fault.MODEL);
        return e.problems().stream().map(Problem::message).toList();
    }

    @Test
    void theTextThatTheseTestsBreakIsValid() {
        assertThat(SignatureYaml.read(VALID, "signature.yaml", Path.of("models/digits")).inputs())
                .hasSize(2);
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of(
                        "examples:",
                        "examples:\n  - {name: three, inputs: {image: examples/digit_0.png}}",
                        List.of(
                                "line 22: Another example is called 'three' too; give each its own"
                                        + " name.")),
                Arguments.of(
                        "min: 0\n",
                        "\n",
                        List.of("line 10: The slider 'n' needs a min and a max.")),
                Arguments.of(
                        "kind: slider",
                        "kind: text\n    pattern: '['",
                        List.of(
                                "line 13: 'min' is no word of an input of kind text; did you mean"
                                        + " 'minLength'? Its words are kind, label, help, …",
                                "line 14: 'max' is no word of an input of kind text; did you mean"
                                        + " 'maxLength'? Its words are kind, label, help, …")),
                Arguments.of(
                        "kind: image",
                        "knid: image",
                        List.of(
                                "line 7: 'knid' is no word of an input; did you mean 'kind'? Its"
                                        + " words are kind, label, help, …")),
                Arguments.of(
                        "kind: image",
                        "kind: imgae",
                        List.of(
                                "line 7: 'kind' is 'imgae'; did you mean 'image'? It must be one of"
                                        + " image, …")),
                Arguments.of(
                        "label: Your digit",
                        "label: 7",
                        List.of("line 8: 'label' is 7, but must be text; put it in quotes.")),
                Arguments.of(
                        "label: Your digit",
                        "label:",
                        List.of("line 8: 'label' is empty, but must be text.")),
                Arguments.of(
                        "label: Your digit",
                        "lable: Your digit",
                        List.of(
                                "line 8: 'lable' is no word of an input of kind image; did you mean"
                                        + " 'label'? Its words are kind, label, help, …")),
                Arguments.of(
                        "vitrine: 1",
                        "vitrine: 2",
                        List.of("line 1: 'vitrine' is 2; it must be 1.")),
                Arguments.of(
                        "title: T",
                        "license: MIT",
                        List.of(
                                "line 2: 'license' is no word of a signature; did you mean"
                                        + " 'licence'? Its words are vitrine, title, …")),
                Arguments.of(
                        "task: other",
                        "task: image-clasification",
                        List.of(
                                "line 3: 'task' is 'image-clasification'; did you mean"
                                        + " 'image-classification'? It must be one of …")),
                Arguments.of(
                        "[28, 28]",
                        "[28]",
                        List.of(
                                "line 9: 'size' holds 1; it must be a list of 2, each a whole"
                                        + " number of at least 1.")),
                Arguments.of(
                        "[28, 28]",
                        "[28, big]",
                        List.of(
                                "line 9: Item 2 of 'size' is 'big', but must be a whole number of"
                                        + " at least 1.")),
                Arguments.of(
                        "name: image,",
                        "name: {score: [a]},",
                        List.of(
                                "line 9: 'score' is no word of the tensors of a port; did you mean"
                                        + " 'scores'? Its words are scores, boxes,"
                                        + " classes, points, angles,"
                                        + " coefficients, prototypes, regions,"
                                        + " displacements, input_ids, attention_mask,"
                                        + " token_type_ids, position_ids.")),
                Arguments.of(
                        "name: image,",
                        "name: {scores: []},",
                        List.of("line 9: 'scores' holds 0; it must be a list of at least 1, …")),
                Arguments.of(
                        "size: [28, 28]",
                        "anchors: [{grid: [2]}]",
                        List.of(
                                "line 9: 'grid' holds 1; it must be a list of 2, each a whole"
                                        + " number of at least 1.")),
                Arguments.of(
                        "size: [28, 28]",
                        "iou: 3",
                        List.of(
                                "line 9: 'iou' is 3, but must be a number of at least 0 and at most"
                                        + " 1.")),
                Arguments.of(
                        "name: image",
                        "nmae: image",
                        List.of(
                                "line 9: 'nmae' is no word of a tensor; did you mean 'name'? Its"
                                        + " words are network, name, …")),
                Arguments.of(
                        "min: 0",
                        "min: zero",
                        List.of("line 12: 'min' is 'zero', but must be a number.")),
                Arguments.of(
                        "min: 0",
                        "min: 20",
                        List.of("line 10: 'n' has a min of 20 above its max of 10; swap them.")),
                Arguments.of(
                        "min: 0",
                        "minLength: 0",
                        List.of(
                                "line 12: 'minLength' is no word of an input of kind slider; use"
                                        + " kind, label, help, …")),
                Arguments.of(
                        "default: 3",
                        "default: 30",
                        List.of(
                                "line 14: The default does not fit: 'N' is 30; give a number from 0"
                                        + " to 10.")),
                Arguments.of(
                        "default: 3",
                        "required: maybe",
                        List.of("line 14: 'required' is 'maybe', but must be true or false.")),
                Arguments.of(
                        "top: 5",
                        "top: 0",
                        List.of("line 18: 'top' is 0, but must be a whole number of at least 1.")),
                Arguments.of(
                        "labels: labels.txt",
                        "labels: missing.txt",
                        List.of(
                                "line 19: 'missing.txt' is no file in the folder; put it there or"
                                        + " change the name.")),
                Arguments.of(
                        "labels: labels.txt",
                        "labels: ../digits/labels.txt",
                        List.of(
                                "line 19: '../digits/labels.txt' leads out of the folder; copy the"
                                        + " file into it.")),
                Arguments.of(
                        "labels: labels.txt",
                        "labels: model.onnx",
                        List.of("line 19: 'model.onnx' is not UTF-8 text; save it as UTF-8.")),
                Arguments.of(
                        "labels: labels.txt",
                        "labels: [a, 3]",
                        List.of(
                                "line 19: Item 2 of 'labels' is 3, but must be text; put it in"
                                        + " quotes.")),
                Arguments.of(
                        "labels: labels.txt",
                        "default: a",
                        List.of(
                                "line 19: 'default' is no word of an output of kind label; use"
                                        + " kind, label, help, …")),
                Arguments.of(
                        "examples/digit_3.png",
                        "examples/digit_33.png",
                        List.of(
                                "line 22: Example 'three' does not fit: 'examples/digit_33.png' is"
                                    + " no file in the folder; put it there or change the name.")),
                Arguments.of(
                        "examples/digit_3.png",
                        "/etc/passwd",
                        List.of(
                                "line 22: Example 'three' does not fit: '/etc/passwd' is no name of"
                                    + " a file in the folder; write one such as examples/a.png.")),
                Arguments.of(
                        "n: 4",
                        "n: 11",
                        List.of(
                                "line 22: Example 'three' does not fit: 'N' is 11; give a number"
                                        + " from 0 to 10.")),
                Arguments.of(
                        "n: 4",
                        "m: 4",
                        List.of(
                                "line 22: Example 'three' names the input 'm', which there is not;"
                                        + " did you mean 'n'? There are image, n.")),
                Arguments.of(
                        "image: examples/digit_3.png,",
                        "",
                        List.of(
                                "line 22: Example 'three' gives nothing for 'image'; add it under"
                                        + " inputs.")),
                Arguments.of(
                        "expect: {scores",
                        "expect: {score",
                        List.of(
                                "line 23: Example 'three' names the output 'score', which there is"
                                        + " not; did you mean 'scores'? There are scores.")),
                Arguments.of(
                        "models: {main",
                        "models: {net",
                        List.of("line 9: There is no network 'main' under models; use net.")),
                Arguments.of(
                        "name: image",
                        "name: image, network: other",
                        List.of("line 9: There is no network 'other' under models; use main.")),
                Arguments.of(
                        "title: T",
                        "title: [T",
                        List.of(
                                "line 3: It is no YAML: expected ',' or ']', but got :; mind the"
                                        + " indentation, and put text with : # [ { @ or quotes into"
                                        + " quotes.")),
                Arguments.of(
                        "title: T",
                        "title: !!python/object T",
                        List.of(
                                "line 2: 'tag:yaml.org,2002:python/object' is a YAML tag, and a"
                                        + " signature is plain data; take it out.")),
                Arguments.of(
                        "title: T",
                        "vitrine: 1",
                        List.of(
                                "line 2: 'vitrine' stands here a second time, after line 1; leave"
                                        + " one.")),
                Arguments.of(
                        "image:",
                        "  bad name:",
                        List.of(
                                "line 10: It is no YAML: expected <block end>, but found '<block …;"
                                    + " mind the indentation, and put text with : # [ { @ or quotes"
                                    + " into quotes.")));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void saysFileLineWordAndWhatIsAllowed(String from, String to, List<String> lines) {
        assertThat(VALID).contains(from);
        List<String> sentences = sentences(VALID.replaceFirst(Pattern.quote(from), to));
        assertThat(sentences).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            // Lists that grow with the kinds are cut short.
            String line = "signature.yaml " + lines.get(i);
            if (line.endsWith("…")) {
                assertThat(sentences.get(i)).startsWith(line.substring(0, line.length() - 1));
            } else {
                assertThat(sentences.get(i)).isEqualTo(line);
            }
        }
    }
}
