package dev.vitrine.kind.tensors;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.tensor.TensorFile;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Npz;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorList;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lists of tensors, each of any shape, as ONNX's sequences are: a JSON list of what the kind
/// `tensor` takes, a `.npz` or `.pb` file (also as a data URI) in; the list or `.npz` out.
///
/// The port's options `type` and `shape` say what each member is.
public final class TensorsKind implements Kind<TensorList> {
    private static final TensorKind MEMBER = new TensorKind();

    /// What `numpy.savez` calls arrays that nobody named.
    private static final String ARRAY = "arr_";

    @Override
    public String id() {
        return "tensors";
    }

    @Override
    public Class<TensorList> type() {
        return TensorList.class;
    }

    @Override
    public TensorList decode(Port port, Raw raw) {
        try {
            return new TensorList(TensorKind.elementType(port), members(port, raw));
        } catch (JacksonException e) {
            throw wrong(port, "it is not JSON; give a list of tensors such as [[1, 2], [3]].");
        } catch (IllegalArgumentException e) {
            throw wrong(port, String.valueOf(e.getMessage()));
        }
    }

    private static List<Tensor> members(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Upload upload -> TensorFile.list(port, upload);
            case Raw.Text(String text) -> members(port, new Raw.Json(Json.MAPPER.readTree(text)));
            case Raw.Json(JsonNode node) when node.isArray() -> {
                List<Tensor> members = new ArrayList<>();
                node.forEach(n -> members.add(MEMBER.decode(port, new Raw.Json(n))));
                yield members;
            }
            case Raw.Json(JsonNode node) ->
                    TensorFile.inside(node)
                            .map(file -> TensorFile.list(port, file))
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "it is no list; put the tensors between [ and ]."));
        };
    }

    @Override
    public JsonNode encode(Port port, TensorList value) {
        ArrayNode all = Json.array();
        value.members().forEach(m -> all.add(MEMBER.encode(port, m)));
        return all;
    }

    @Override
    public List<Problem> check(Port port, TensorList value) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < value.members().size(); i++) {
            for (Problem p : MEMBER.check(port, value.members().get(i))) {
                problems.add(
                        new Problem(
                                p.type(),
                                p.port(),
                                List.of(i),
                                p.message(),
                                p.input(),
                                p.context()));
            }
        }
        return problems;
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "array");
        schema.set("items", MEMBER.schema(port));
        return schema;
    }

    @Override
    public TensorList example(Port port) {
        Tensor member = MEMBER.example(port);
        return new TensorList(member.type(), List.of(member));
    }

    @Override
    public String text(Port port, TensorList value) {
        return value.members().isEmpty()
                ? value.form()
                : value.members().stream()
                        .map(m -> MEMBER.text(port, m))
                        .collect(Collectors.joining("; "));
    }

    @Override
    public Optional<Media> media(Port port, TensorList value) {
        if (value.type() == ElementType.STRING) {
            return Optional.empty();
        }
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        value.members().forEach(m -> arrays.put(ARRAY + arrays.size(), m));
        return Optional.of(new Media(Npz.write(arrays), "application/zip", "npz"));
    }

    @Override
    public List<String> accepts() {
        return List.of("application/zip", "application/x-protobuf", "application/octet-stream");
    }

    @Override
    public long weight(TensorList value) {
        return 64 + value.members().stream().mapToLong(MEMBER::weight).sum();
    }

    @Override
    public ObjectNode options() {
        return MEMBER.options();
    }

    private static ProblemException wrong(Port port, String message) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "tensors_decode",
                        "'%s' cannot be read as a list of tensors: %s"
                                .formatted(port.label(), message)));
    }
}
