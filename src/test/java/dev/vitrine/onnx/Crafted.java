package dev.vitrine.onnx;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Files as somebody would write them who means harm, each another by its seed: whole in their
/// form, unlike damaged ones, and absurd in what they say.
final class Crafted {
    private static final List<String> NAMES =
            List.of(
                    "input_ids",
                    "attention_mask",
                    "image",
                    "images",
                    "x",
                    "",
                    "a b",
                    "../../etc/passwd",
                    "x\u0000y",
                    "zeile\numbruch",
                    "\ud83d\ude00",
                    "sequence:0",
                    "--help",
                    "%s%n",
                    "<script>",
                    "x".repeat(70_000),
                    "long".repeat(1000));

    private static final long[] SIZES = {
        -1,
        0,
        1,
        2,
        3,
        4,
        10,
        28,
        224,
        1000,
        1 << 20,
        1L << 31,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static final List<String> LOCATIONS =
            List.of(
                    "../w.bin",
                    "/etc/passwd",
                    "C:\\w.bin",
                    "\\\\host\\share\\w.bin",
                    "w\u0000.bin",
                    "NUL",
                    "",
                    ".",
                    "a/../../w.bin",
                    "w.bin/",
                    "file:///etc/passwd",
                    "*");

    private static final List<String> KEYS =
            List.of(
                    "task",
                    "names",
                    "imgsz",
                    "stride",
                    "kpt_shape",
                    "vitrine.signature",
                    "Image.BitmapPixelFormat",
                    "Image.NominalPixelRange",
                    "labels",
                    "classes");

    private static final List<String> VALUES =
            List.of(
                    "detect",
                    "{0: 'a', 1: 'b'}",
                    "{999999999999: 'a'}",
                    "{" + "0:".repeat(5000),
                    "[".repeat(20_000),
                    "{".repeat(20_000),
                    "(" + "9".repeat(5000) + ")",
                    "[1e999, -1, nan]",
                    "\"" + "\\".repeat(9999),
                    "a: &a [*a, *a]",
                    "vitrine: 1\n"
                            + "task: other\n"
                            + "inputs: {x: {kind: image}}\n"
                            + "outputs: {y: {kind: label}}",
                    "\u0000\ufffe",
                    "");

    /// What each seed may choose from.
    private static final List<Function<Random, byte[]>> ALL =
            List.of(
                    Crafted::graph,
                    Crafted::graph,
                    Crafted::graph,
                    Crafted::metadata,
                    Crafted::external,
                    Crafted::deepGraphs,
                    Crafted::deepTypes,
                    Crafted::groups,
                    Crafted::lengths,
                    Crafted::varints,
                    Crafted::manyValues,
                    Crafted::manyNodes,
                    Crafted::manyEmpty,
                    Crafted::manyTexts,
                    Crafted::circle,
                    Crafted::classes,
                    Crafted::notUtf8);

    private Crafted() {}

    /// The bytes of one file.
    static byte[] file(Random random) {
        return pick(random, ALL).apply(random);
    }

    private static byte[] graph(Random random) {
        Proto graph = Proto.message().text(2, pick(random, NAMES));
        for (int i = random.nextInt(6); i > 0; i--) {
            graph.field(11, value(random));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            graph.field(1, node(random));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            graph.field(5, tensor(random));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            graph.field(12, value(random));
        }
        return Proto.model(graph).text(2, "fuzz").text(6, "Doc\u0007 " + random.nextInt()).bytes();
    }

    private static Proto value(Random random) {
        Proto shape = Proto.message();
        for (int i = random.nextInt(random.nextInt(20) == 0 ? 5000 : 6); i > 0; i--) {
            shape.field(
                    1,
                    random.nextInt(3) == 0
                            ? Proto.message().text(2, pick(random, NAMES))
                            : Proto.message().integer(1, size(random)));
        }
        Proto tensor = Proto.tensorType(random.nextInt(28));
        Proto type =
                switch (random.nextInt(8)) {
                    case 0 -> Proto.message().field(4, Proto.message().field(1, typed(tensor)));
                    case 1 ->
                            Proto.message()
                                    .field(
                                            5,
                                            Proto.message()
                                                    .integer(1, random.nextInt(20))
                                                    .field(2, typed(tensor)));
                    case 2 -> Proto.message().text(6, "IMAGE");
                    default ->
                            typed(random.nextInt(5) == 0 ? tensor : tensor.field(2, shape))
                                    .text(6, random.nextBoolean() ? "IMAGE" : "");
                };
        return Proto.message().text(1, pick(random, NAMES)).field(2, type);
    }

    private static Proto typed(Proto tensor) {
        return Proto.message().field(1, tensor);
    }

    private static Proto node(Random random) {
        return Proto.node(
                pick(
                        random,
                        List.of("Div", "Conv", "Softmax", "Reshape", "ZipMap", "Loop", "NonMax")),
                pick(random, NAMES),
                pick(random, NAMES));
    }

    private static Proto tensor(Random random) {
        Proto tensor = Proto.message().text(8, pick(random, NAMES)).integer(2, random.nextInt(25));
        for (int i = random.nextInt(5); i > 0; i--) {
            tensor.integer(1, size(random));
        }
        return tensor.bytes(9, new byte[random.nextInt(64)]);
    }

    private static byte[] metadata(Random random) {
        Proto model = plain();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            model.field(
                    14, Proto.message().text(1, pick(random, KEYS)).text(2, pick(random, VALUES)));
        }
        return model.bytes();
    }

    private static byte[] external(Random random) {
        Proto tensor =
                Proto.message()
                        .text(8, "w")
                        .integer(2, 1)
                        .integer(1, 4)
                        .field(
                                13,
                                Proto.message()
                                        .text(1, "location")
                                        .text(2, pick(random, LOCATIONS)))
                        .field(13, Proto.message().text(1, "length").text(2, "" + size(random)))
                        .integer(14, 1);
        return Proto.model(plainGraph().field(5, tensor)).bytes();
    }

    /// Graphs in nodes in graphs, or in functions.
    private static byte[] deepGraphs(Random random) {
        Proto graph = plainGraph();
        for (int i = random.nextInt(200); i > 0; i--) {
            Proto attribute = Proto.message().text(1, "body").field(6, graph);
            graph = plainGraph().field(1, Proto.node("Loop", "x", "y").field(5, attribute));
        }
        Proto function = Proto.message().text(1, "f").field(7, Proto.node("f", "x", "y"));
        return Proto.model(graph).field(25, function).bytes();
    }

    private static byte[] deepTypes(Random random) {
        Proto type = typed(Proto.tensorType(1));
        for (int i = random.nextInt(300); i > 0; i--) {
            type =
                    Proto.message()
                            .field(random.nextBoolean() ? 4 : 9, Proto.message().field(1, type));
        }
        Proto value = Proto.message().text(1, "y").field(2, type);
        return Proto.model(Proto.message().field(12, value)).bytes();
    }

    private static byte[] groups(Random random) {
        byte[] groups = new byte[1 + random.nextInt(100_000)];
        java.util.Arrays.fill(groups, (byte) (random.nextInt(16) << 3 | 3 + random.nextInt(2)));
        return Proto.model(Proto.message().raw(groups)).bytes();
    }

    private static byte[] lengths(Random random) {
        long[] bad = {
            Long.MAX_VALUE, Long.MIN_VALUE, -1, 1L << 31, (1L << 31) - 1, 1L << 40, 1L << 63
        };
        Proto graph =
                Proto.message().header(1 + random.nextInt(26), bad[random.nextInt(bad.length)]);
        return random.nextBoolean()
                ? Proto.model(graph).bytes()
                : Proto.message().integer(1, 8).header(7, bad[random.nextInt(bad.length)]).bytes();
    }

    private static byte[] varints(Random random) {
        byte[] long_ = new byte[random.nextInt(40)];
        java.util.Arrays.fill(long_, (byte) 0xff);
        return Proto.message().integer(1, 8).raw(long_).field(7, plainGraph()).bytes();
    }

    /// As many inputs, outputs or dimensions as a file of some megabytes holds.
    private static byte[] manyValues(Random random) {
        byte[] one =
                Proto.message().field(11 + random.nextInt(2), Proto.value("a", 1, 1, 3)).bytes();
        return repeated(one, random.nextInt(40_000));
    }

    private static byte[] manyNodes(Random random) {
        byte[] one = Proto.message().field(1, Proto.node("Add", "x", "y")).bytes();
        return repeated(one, random.nextInt(40_000));
    }

    /// The field that costs the file least and its reader most.
    private static byte[] manyEmpty(Random random) {
        int field = new int[] {1, 5, 11, 12, 13, 14, 15}[random.nextInt(7)];
        return repeated(
                Proto.message().field(field, Proto.message()).bytes(), random.nextInt(500_000));
    }

    private static byte[] repeated(byte[] one, int times) {
        Proto graph = plainGraph();
        for (int i = 0; i < times; i++) {
            graph.raw(one);
        }
        return Proto.model(graph).bytes();
    }

    private static byte[] manyTexts(Random random) {
        Proto model = plain();
        for (int i = random.nextInt(20_000); i > 0; i--) {
            model.field(14, Proto.message().text(1, "k" + i).text(2, "v"));
        }
        return model.bytes();
    }

    /// Values that are made of one another.
    private static byte[] circle(Random random) {
        Proto graph = plainGraph();
        for (int i = 1 + random.nextInt(50); i > 0; i--) {
            graph.field(1, Proto.node("Identity", random.nextBoolean() ? "x" : "y", "y"));
            graph.field(1, Proto.node("Reshape", "y", "x"));
        }
        return Proto.model(graph).bytes();
    }

    private static byte[] classes(Random random) {
        Proto strings = Proto.message().text(1, "classlabels_strings");
        for (int i = random.nextInt(120_000); i > 0; i--) {
            strings.text(9, random.nextInt(9) == 0 ? "" : "c");
        }
        Proto node = Proto.node("ZipMap", "x", "y").text(7, "ai.onnx.ml").field(5, strings);
        return Proto.model(plainGraph().field(1, node)).bytes();
    }

    private static byte[] notUtf8(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        Proto value =
                Proto.message()
                        .bytes(1, bytes)
                        .field(2, typed(Proto.tensorType(1)))
                        .bytes(3, bytes);
        return Proto.model(Proto.message().field(11, value).field(12, value).bytes(2, bytes))
                .bytes(6, bytes)
                .field(14, Proto.message().bytes(1, bytes).bytes(2, bytes))
                .bytes();
    }

    private static Proto plain() {
        return Proto.model(plainGraph());
    }

    private static Proto plainGraph() {
        return Proto.message()
                .field(11, Proto.value("x", 1, 1, 3, 32, 32))
                .field(12, Proto.value("y", 1, 1, 10));
    }

    private static long size(Random random) {
        return SIZES[random.nextInt(SIZES.length)];
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// What stands beside a model, damaged; a text each seed has another of.
    static byte[] beside(Random random, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(5)) {
            case 0 -> pick(random, VALUES).getBytes(StandardCharsets.UTF_8);
            case 1 -> Damage.cut(random, bytes);
            case 2 ->
                    pick(random, VALUES)
                            .repeat(1 + random.nextInt(20))
                            .getBytes(StandardCharsets.UTF_8);
            default -> Damage.damaged(random, bytes);
        };
    }
}
