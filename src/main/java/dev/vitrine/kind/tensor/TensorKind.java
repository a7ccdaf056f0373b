package dev.vitrine.kind.tensor;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tensors as they are: nested lists, `{"type", "shape", "data"}` (also as a file), a `.npy`,
/// `.npz` or `.pb` file (also as a data URI) in; the object or `.npy` out.
///
/// The port's options `type` and `shape` say what it takes; both come from the network where nobody
/// wrote them.
public final class TensorKind implements Kind<Tensor> {
    @Override
    public String id() {
        return "tensor";
    }

    @Override
    public Class<Tensor> type() {
        return Tensor.class;
    }

    @Override
    public Tensor decode(Port port, Raw raw) {
        try {
            return switch (raw) {
                case Raw.Upload upload -> TensorFile.read(port, upload);
                case Raw.Text(String text) -> read(port, Json.MAPPER.readTree(text));
                case Raw.Json(JsonNode node) -> read(port, node);
            };
        } catch (JacksonException e) {
            throw wrong(port, "it is not JSON; give nested lists such as [[1, 2], [3, 4]].");
        } catch (IllegalArgumentException e) {
            throw wrong(port, String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            throw wrong(port, "its shape is of more elements than can be; mend it.");
        }
    }

    private static Tensor read(Port port, JsonNode node) {
        return TensorFile.inside(port, node)
                .map(file -> TensorFile.read(port, file))
                .orElseGet(() -> TensorJson.read(elementType(port), node));
    }

    @Override
    public JsonNode encode(Port port, Tensor value) {
        ObjectNode all = Json.object().put("type", value.type().text());
        ArrayNode shape = all.putArray("shape");
        Arrays.stream(value.shape()).forEach(shape::add);
        all.set("data", TensorJson.data(value));
        return all;
    }

    @Override
    public List<Problem> check(Port port, Tensor value) {
        if (port.options().containsKey("type") && value.type() != elementType(port)) {
            return List.of(
                    Problem.at(
                                    port.name(),
                                    "tensor_dtype",
                                    "'%s' holds %s; give %s."
                                            .formatted(
                                                    port.label(), value.type(), elementType(port)))
                            .withContext(Map.of("expected", elementType(port).text())));
        }
        Optional<Shape> declared = shape(port);
        if (declared.isPresent() && !declared.get().accepts(value.shape())) {
            return List.of(
                    Problem.at(
                                    port.name(),
                                    "tensor_shape",
                                    "'%s' has the shape %s; give %s."
                                            .formatted(
                                                    port.label(),
                                                    Arrays.toString(value.shape()),
                                                    declared.get()))
                            .withContext(Map.of("expected", declared.get().toString())));
        }
        return List.of();
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object();
        schema.put(
                "description",
                "%s%s as nested lists, or as an object of type, shape and flat data."
                        .formatted(elementType(port), shape(port).map(Shape::toString).orElse("")));
        ArrayNode forms = schema.putArray("anyOf");
        ObjectNode object = forms.addObject().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        properties.putObject("type").put("type", "string").put("const", elementType(port).text());
        properties
                .putObject("shape")
                .put("type", "array")
                .putObject("items")
                .put("type", "integer")
                .put("minimum", 0);
        properties.putObject("data").put("type", "array");
        object.putArray("required").add("shape").add("data");
        forms.addObject().put("type", "array");
        ArrayNode scalars = forms.addObject().putArray("type");
        scalars.add("number").add("boolean").add("string");
        return schema;
    }

    @Override
    public Tensor example(Port port) {
        long[] sizes = shape(port).orElse(Shape.of(2)).withFree(1);
        int count = (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        return elementType(port) == ElementType.STRING
                ? Tensor.of(Collections.nCopies(count, ""), sizes)
                : Tensor.of(elementType(port), new double[count], sizes);
    }

    @Override
    public String text(Port port, Tensor value) {
        if (value.type() == ElementType.STRING || value.size() <= 8) {
            return value.form() + " " + TensorJson.data(value);
        }
        Statistics s = Statistics.of(value);
        return "%s, %s to %s, mean %s".formatted(value.form(), s.min(), s.max(), s.mean());
    }

    @Override
    public Optional<Media> media(Port port, Tensor value) {
        return value.type() == ElementType.STRING
                ? Optional.empty()
                : Optional.of(new Media(Npy.write(value), "application/x-npy", "npy"));
    }

    @Override
    public List<String> accepts() {
        return List.of(
                "application/x-npy",
                "application/zip",
                "application/x-protobuf",
                "application/octet-stream");
    }

    /// {@inheritDoc}
    ///
    /// An object with type and shape may say less than all; lists and files (as data URIs) are held
    /// against the whole tensor.
    @Override
    public Optional<String> differs(Port port, JsonNode expected, Tensor value, double tolerance) {
        if (expected.isObject()) {
            return Kind.super.differs(port, expected, value, tolerance);
        }
        try {
            Tensor wanted =
                    TensorFile.inside(expected)
                            .map(file -> TensorFile.read(port, file))
                            .orElseGet(() -> TensorJson.read(value.type(), expected));
            return new TensorComparison(0, tolerance).differs(wanted, value);
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.of("what is expected cannot be read: " + e.getMessage());
        }
    }

    @Override
    public long weight(Tensor value) {
        return value.buffer().remaining()
                + value.strings().stream().mapToLong(s -> 40 + 2L * s.length()).sum();
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        ArrayNode types =
                all.putObject("type")
                        .put(
                                "description",
                                "The type of the elements; the network's where nothing is said.")
                        .putArray("enum");
        Arrays.stream(ElementType.values()).forEach(t -> types.add(t.text()));
        ObjectNode shape = all.putObject("shape");
        shape.put("type", "array")
                .put("description", "Sizes, or names of free dimensions, outermost first.");
        shape.putObject("items").putArray("type").add("integer").add("string");
        return all;
    }

    /// The options of a port that holds tensors of this type and shape.
    public static Map<String, Object> options(ElementType type, Shape shape) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("type", type.text());
        options.put(
                "shape",
                shape.dimensions().stream()
                        .map(d -> d.isFree() ? (Object) d.name() : (Object) d.size())
                        .toList());
        return options;
    }

    /// The element type a port takes; `float32` where it does not say.
    public static ElementType elementType(Port port) {
        return port.option("type", String.class)
                .flatMap(ElementType::of)
                .orElse(ElementType.FLOAT32);
    }

    /// The shape a port takes; nothing where any will do.
    public static Optional<Shape> shape(Port port) {
        return port.option("shape", List.class)
                .map(sizes -> {
                    List<?> all = sizes;
                    return new Shape(
                            all.stream()
                                    .map(d ->
                                            d instanceof Number n
                                                    ? Dimension.fixed(n.longValue())
                                                    : Dimension.free(String.valueOf(d)))
                                    .toList());
                });
    }

    private static ProblemException wrong(Port port, String message) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "tensor_decode",
                        "'%s' cannot be read as a tensor: %s".formatted(port.label(), message)));
    }
}
