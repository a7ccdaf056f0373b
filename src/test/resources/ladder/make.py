#!/usr/bin/python3
"""Makes the models of this folder, one for each way in which other tools describe a network.

Needs Debian's python3-onnx and python3-numpy. Each network is small enough to be worked out by hand, and each
would answer wrongly if the file beside it were not read: another class name, channel order, range or step.
Use: make.py, in this folder."""
import json
import os
import shutil

import numpy as np
import onnx
from onnx import TensorProto as T
from onnx import helper as h
from onnx import numpy_helper

HERE = os.path.dirname(os.path.abspath(__file__))
ML = "ai.onnx.ml"


def folder(name):
    path = os.path.join(HERE, name)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return path


def text(name, file, content):
    with open(os.path.join(HERE, name, file), "w", encoding="utf-8", newline="\n") as out:
        out.write(content)


def constant(name, values, dtype=np.float32):
    return numpy_helper.from_array(np.array(values, dtype=dtype), name)


def value(name, shape, kind=T.FLOAT):
    return h.make_tensor_value_info(name, kind, shape)


def save(name, nodes, inputs, outputs, initializers=(), metadata=None, producer="", file="model.onnx"):
    graph = h.make_graph(list(nodes), name, list(inputs), list(outputs), initializer=list(initializers))
    model = h.make_model(
        graph,
        producer_name=producer,
        opset_imports=[h.make_opsetid("", 13), h.make_opsetid(ML, 2)],
    )
    model.ir_version = 8
    if metadata:
        h.set_model_props(model, metadata)
    onnx.checker.check_model(model)
    onnx.save(model, os.path.join(folder(name), file))
    return model


def colours(name, given, wanted, size, gain, logits=True, batch="batch", **more):
    """The mean of each channel times a gain, as scores of three classes."""
    nodes = [
        h.make_node("ReduceMean", [given], ["means"], axes=[2, 3], keepdims=0),
        h.make_node("Mul", ["means", "gain"], ["scores" if not logits else wanted]),
    ]
    if not logits:
        nodes.append(h.make_node("Softmax", ["scores"], [wanted], axis=1))
    return save(
        name,
        nodes,
        [value(given, [batch, 3, size, size])],
        [value(wanted, [batch, 3])],
        [constant("gain", gain)],
        **more,
    )


def ultralytics():
    """Three places for a box, whose scores are how bright the picture is; two of them overlap."""
    fixed = np.zeros((1, 6, 3), np.float32)
    fixed[0, :4] = np.array([[16, 16, 16, 16], [17, 16, 16, 16], [48, 40, 20, 10]], np.float32).T
    scaled = np.zeros((1, 6, 3), np.float32)
    scaled[0, 4:] = np.array([[0.9, 0.1], [0.8, 0.1], [0.1, 0.7]], np.float32).T
    save(
        "ultralytics-detect",
        [
            h.make_node("ReduceMean", ["images"], ["light"], axes=[1, 2, 3], keepdims=0),
            h.make_node("Mul", ["scaled", "light"], ["scores"]),
            h.make_node("Add", ["fixed", "scores"], ["output0"]),
        ],
        [value("images", [1, 3, 64, 64])],
        [value("output0", [1, 6, 3])],
        [constant("fixed", fixed), constant("scaled", scaled)],
        metadata={
            "description": "Ultralytics YOLO11n model trained on two.yaml",
            "author": "Ultralytics",
            "date": "2025-01-01T00:00:00",
            "version": "8.3.0",
            "license": "AGPL-3.0 License (https://ultralytics.com/license)",
            "docs": "https://docs.ultralytics.com",
            "stride": "32",
            "task": "detect",
            "batch": "1",
            "imgsz": "[64, 64]",
            "names": "{0: 'cat', 1: \"dog's toy\"}",
        },
        producer="pytorch",
    )


def hugging_face():
    name = "huggingface-image"
    colours(name, "pixel_values", "logits", 8, [4, 4, 4])
    text(
        name,
        "config.json",
        json.dumps(
            {
                "architectures": ["ViTForImageClassification"],
                "id2label": {"0": "red", "1": "green", "2": "blue"},
                "model_type": "vit",
            },
            indent=2,
        ),
    )
    text(
        name,
        "preprocessor_config.json",
        json.dumps(
            {
                "do_normalize": True,
                "do_rescale": True,
                "do_resize": True,
                "image_mean": [0.5, 0.5, 0.5],
                "image_processor_type": "ViTImageProcessor",
                "image_std": [0.5, 0.5, 0.5],
                "resample": 2,
                "rescale_factor": 1 / 255,
                "size": {"height": 8, "width": 8},
            },
            indent=2,
        ),
    )
    text(
        name,
        "README.md",
        "---\nlicense: apache-2.0\npipeline_tag: image-classification\n---\n\n# Colours\n\nNames the strongest colour.\n",
    )


# A flower by the larger of its first two features; the third class where both are small.
IRIS = [[2, 0, 0, 0], [0, 2, 0, 0], [0, 0, 0, 0]]
BIASES = [0, 0, 3]
SPECIES = ["setosa", "versicolor", "virginica"]


def maps(name, key):
    """What ZipMap gives: a list of maps, one for each row."""
    info = onnx.ValueInfoProto(name=name)
    kind = info.type.sequence_type.elem_type.map_type
    kind.key_type = key
    kind.value_type.tensor_type.elem_type = T.FLOAT
    kind.value_type.tensor_type.shape.SetInParent()
    return info


def linear(given, strings=None, integers=None):
    labels = {"classlabels_strings": strings} if strings else {"classlabels_ints": integers}
    return h.make_node(
        "LinearClassifier",
        [given],
        ["label", "probability_tensor"],
        domain=ML,
        coefficients=[float(c) for row in IRIS for c in row],
        intercepts=[float(b) for b in BIASES],
        multi_class=1,
        post_transform="SOFTMAX",
        **labels,
    )


def normalizer(gives):
    return h.make_node("Normalizer", ["probability_tensor"], [gives], domain=ML, norm="L1")


def sklearn_zipmap():
    save(
        "sklearn-zipmap",
        [
            linear("float_input", strings=SPECIES),
            h.make_node("Identity", ["label"], ["output_label"]),
            normalizer("probabilities"),
            h.make_node(
                "ZipMap", ["probabilities"], ["output_probability"], domain=ML, classlabels_strings=SPECIES
            ),
        ],
        [value("float_input", [None, 4])],
        [
            value("output_label", [None], T.STRING),
            maps("output_probability", T.STRING),
        ],
        producer="skl2onnx",
    )


def sklearn_matrix():
    save(
        "sklearn-matrix",
        [linear("X", strings=SPECIES), normalizer("probabilities")],
        [value("X", [None, 4])],
        [value("label", [None], T.STRING), value("probabilities", [None, 3])],
        producer="skl2onnx",
    )


def sklearn_columns():
    nodes = [
        linear("X", integers=[10, 12, 14]),
        h.make_node("Cast", ["label"], ["output_label"], to=T.INT64),
        normalizer("probabilities"),
    ]
    constants = [constant("axis", [1], np.int64), constant("flat", [-1], np.int64)]
    for i in range(3):
        constants += [constant(f"from{i}", [i], np.int64), constant(f"to{i}", [i + 1], np.int64)]
        nodes.append(h.make_node("Slice", ["probabilities", f"from{i}", f"to{i}", "axis"], [f"column{i}"]))
        nodes.append(h.make_node("Reshape", [f"column{i}", "flat"], [f"i{10 + 2 * i}"]))
    save(
        "sklearn-columns",
        nodes,
        [value("X", [None, 4])],
        [value("output_label", [None], T.INT64)] + [value(f"i{n}", [None]) for n in (10, 12, 14)],
        constants,
        producer="skl2onnx",
    )


def sklearn_inputs():
    save(
        "sklearn-inputs",
        [
            h.make_node("OneHotEncoder", ["sex"], ["hot"], domain=ML, cats_strings=["female", "male"]),
            h.make_node("Reshape", ["hot", "pair"], ["sexes"]),
            h.make_node("Concat", ["age", "fare", "sexes"], ["row"], axis=1),
            h.make_node(
                "LinearClassifier",
                ["row"],
                ["label", "probabilities"],
                domain=ML,
                classlabels_ints=[0, 1],
                coefficients=[0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 3.0, 0.0],
                intercepts=[0.0, 0.0],
                multi_class=1,
                post_transform="SOFTMAX",
            ),
            h.make_node("Cast", ["label"], ["output_label"], to=T.INT64),
            h.make_node(
                "ZipMap", ["probabilities"], ["output_probability"], domain=ML, classlabels_int64s=[0, 1]
            ),
        ],
        [
            value("age", [None, 1]),
            value("fare", [None, 1]),
            value("sex", [None, 1], T.STRING),
        ],
        [
            value("output_label", [None], T.INT64),
            maps("output_probability", T.INT64),
        ],
        [constant("pair", [-1, 2], np.int64)],
        producer="skl2onnx",
    )


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def bioimage():
    """Twice its input, which is brought to mean 0 and variance 1 before, and through a sigmoid after."""
    name = "bioimage"
    save(
        name,
        [h.make_node("Mul", ["input.1", "two"], ["logits"])],
        [value("input.1", [1, 1, 32, 32])],
        [value("logits", [1, 1, 32, 32])],
        [constant("two", [2])],
        producer="pytorch",
        file="weights.onnx",
    )
    y, x = np.mgrid[0:32, 0:32]
    raw = (200 * np.exp(-((x - 20) ** 2 + (y - 12) ** 2) / 40) + 20).astype(np.uint8)[None, None].astype(np.float32)
    standard = (raw - raw.mean(axis=(2, 3), keepdims=True)) / (raw.std(axis=(2, 3), keepdims=True) + 1e-6)
    np.save(os.path.join(HERE, name, "test_input.npy"), raw)
    np.save(os.path.join(HERE, name, "test_output.npy"), sigmoid(2 * standard).astype(np.float32))
    with open(os.path.join(HERE, name, "sample.png"), "wb") as out:
        out.write(png(raw[0, 0].astype(np.uint8)))
    text(name, "bioimageio.yaml", BIOIMAGE)


BIOIMAGE = """%YAML 1.2
---
name: Bright spots
description: How likely each pixel belongs to a bright spot.
authors:
  - name: Nobody
license: MIT
format_version: 0.5.4
type: model
inputs:
  - id: raw
    description: raw input
    axes:
      - {type: batch, size: 1}
      - {type: channel, channel_names: [raw_intensity]}
      - {type: space, id: y, size: 32}
      - {type: space, id: x, size: 32}
    data: {type: float32, range: [0, 255]}
    test_tensor: {source: test_input.npy}
    sample_tensor: {source: sample.png}
    preprocessing:
      - id: ensure_dtype
        kwargs: {dtype: float32}
      - id: zero_mean_unit_variance
        kwargs: {axes: [x, y]}
outputs:
  - id: probability
    description: probability in [0,1]
    axes:
      - {type: batch}
      - {type: channel, channel_names: [probability]}
      - {type: space, id: y, size: 32}
      - {type: space, id: x, size: 32}
    data: {range: [0.0, 1.0]}
    test_tensor: {source: test_output.npy}
    postprocessing:
      - id: sigmoid
weights:
  onnx: {source: weights.onnx, opset_version: 13}
"""


def bioimage_volume():
    """Half of each voxel, which is scaled and cut before; version 0.4 of the form, which writes it otherwise."""
    name = "bioimage-volume"
    save(
        name,
        [h.make_node("Mul", ["vol", "half"], ["out"])],
        [value("vol", [1, 1, 2, 4, 4])],
        [value("out", [1, 1, 2, 4, 4])],
        [constant("half", [0.5])],
    )
    raw = np.arange(32, dtype=np.float32).reshape(1, 1, 2, 4, 4)
    np.save(os.path.join(HERE, name, "test_input.npy"), raw)
    scaled = np.clip(raw * 0.1 + 1, 0, 3)
    np.save(os.path.join(HERE, name, "test_output.npy"), (scaled * 0.5 > 1).astype(np.float32))
    text(
        name,
        "rdf.yaml",
        """format_version: 0.4.9
type: model
name: Half a volume
description: Marks the bright half.
license: CC-BY-4.0
inputs:
  - name: volume
    axes: bczyx
    data_type: float32
    data_range: [-.inf, .inf]
    shape: [1, 1, 2, 4, 4]
    preprocessing:
      - {name: scale_linear, kwargs: {gain: 0.1, offset: 1.0, axes: zyx}}
      - {name: clip, kwargs: {min: 0.0, max: 3.0}}
outputs:
  - name: mask
    axes: bczyx
    data_type: float32
    shape: [1, 1, 2, 4, 4]
    postprocessing:
      - {name: binarize, kwargs: {threshold: 1.0}}
test_inputs: [test_input.npy]
test_outputs: [test_output.npy]
config:
  bioimageio:
    reproducibility_tolerance:
      - {absolute_tolerance: 0.01, relative_tolerance: 0.02, mismatched_elements_per_million: 5}
weights:
  onnx: {source: model.onnx}
""",
    )


def png(grey):
    """A grey picture as PNG."""
    import struct
    import zlib

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(row) for row in grey)
    height, width = grey.shape
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


def triton():
    name = "triton"
    colours(name, "INPUT__0", "OUTPUT__0", 16, [9, 9, 9], logits=False)
    text(
        name,
        "config.pbtxt",
        """name: "colours"
platform: "onnxruntime_onnx"
max_batch_size: 8
input [
  {
    name: "INPUT__0"
    data_type: TYPE_FP32
    format: FORMAT_NCHW
    dims: [ 3, 16, 16 ]
  }
]
output [
  {
    name: "OUTPUT__0"
    data_type: TYPE_FP32
    dims: [ 3 ]
    label_filename: "colour_labels.txt"
  }
]
dynamic_batching { }
""",
    )
    text(name, "colour_labels.txt", "red\ngreen\nblue\n")


def mlflow():
    """A price: 3 for each room, 0.5 for each square metre, 10 where there is a garden, and 1."""
    name = "mlflow"
    save(
        name,
        [
            h.make_node(
                "LinearRegressor", ["X"], ["variable"], domain=ML, coefficients=[3.0, 0.5, 10.0], intercepts=[1.0]
            )
        ],
        [value("X", [None, 3])],
        [value("variable", [None, 1])],
        producer="skl2onnx",
    )
    columns = [
        {"name": "rooms", "type": "long", "required": True},
        {"name": "area in m²", "type": "double", "required": True},
        {"name": "garden", "type": "boolean", "required": False},
    ]
    text(
        name,
        "MLmodel",
        """artifact_path: model
flavors:
  onnx:
    code: null
    data: model.onnx
    onnx_version: 1.12.0
    providers:
    - CPUExecutionProvider
  python_function:
    data: model.onnx
    loader_module: mlflow.onnx
mlflow_version: 2.14.2
saved_input_example_info:
  artifact_path: input_example.json
  pandas_orient: split
  type: dataframe
signature:
  inputs: '%s'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1, 1]}}]'
  params: null
"""
        % json.dumps(columns, ensure_ascii=False),
    )
    text(
        name,
        "input_example.json",
        json.dumps({"columns": ["area in m²", "rooms", "garden"], "data": [[60.0, 3, True]]}, ensure_ascii=False),
    )


def djl():
    name = "djl"
    colours(name, "data", "scores", 8, [9, 9, 9])
    text(
        name,
        "serving.properties",
        """engine=OnnxRuntime
option.modelName=model
option.application=cv/image_classification
option.translatorFactory=ai.djl.modality.cv.translator.ImageClassificationTranslatorFactory
option.width=8
option.height=8
option.resize=true
option.normalize=0.5,0.5,0.5,0.25,0.25,0.25
option.applySoftmax=true
""",
    )
    text(name, "synset.txt", "n00000001 red\nn00000002 green\nn00000003 blue\n")


def denotations():
    """Channels from blue to red and values to 255: without its metadata a red picture would be called blue."""
    name = "denotations"
    model = colours(
        name,
        "data",
        "classLabelProbs",
        16,
        [0.05, 0.05, 0.05],
        logits=False,
        batch=1,
        metadata={
            "Image.BitmapPixelFormat": "Bgr8",
            "Image.ColorSpaceGamma": "SRGB",
            "Image.NominalPixelRange": "NominalRange_0_255",
        },
    )
    kind = model.graph.input[0].type
    kind.denotation = "IMAGE"
    for dim, meaning in zip(
        kind.tensor_type.shape.dim, ["DATA_BATCH", "DATA_CHANNEL", "DATA_FEATURE", "DATA_FEATURE"]
    ):
        dim.denotation = meaning
    onnx.save(model, os.path.join(HERE, name, "model.onnx"))
    text(name, "labels.txt", "blue\ngreen\nred\n")


def embedded():
    name = "embedded"
    colours(
        name,
        "x",
        "y",
        8,
        [1, 1, 1],
        metadata={
            "signature": """vitrine: 1
title: Colour meter
summary: How much of each colour a picture has.
task: image-classification
inputs:
  photo: {kind: image, label: Your photo, tensor: {name: x, range: [0, 9]}}
outputs:
  colour: {kind: label, labels: [red, green, blue], tensor: {name: y, apply: softmax}}
"""
        },
    )


def test_data():
    """A sum of two rows, with ONNX's own test tensors; the second set has its tensors as .npz and is wrong."""
    name = "test-data"
    save(
        name,
        [h.make_node("Add", ["a", "b"], ["sum"])],
        [value("a", ["n", 3]), value("b", ["n", 3])],
        [value("sum", ["n", 3])],
    )
    a = np.array([[1, 2, 3]], np.float32)
    b = np.array([[10, 20, 30]], np.float32)
    first = os.path.join(HERE, name, "test_data_set_0")
    os.makedirs(first)
    for file, array, tensor in (("input_0", a, "a"), ("input_1", b, "b"), ("output_0", a + b, "sum")):
        with open(os.path.join(first, file + ".pb"), "wb") as out:
            out.write(numpy_helper.from_array(array, tensor).SerializeToString())
    np.savez(os.path.join(HERE, name, "test_inputs.npz"), a=a, b=b)
    np.savez(os.path.join(HERE, name, "test_outputs.npz"), sum=a + b + np.array([[0, 0, 0.25]], np.float32))


if __name__ == "__main__":
    ultralytics()
    hugging_face()
    sklearn_zipmap()
    sklearn_matrix()
    sklearn_columns()
    sklearn_inputs()
    bioimage()
    bioimage_volume()
    triton()
    mlflow()
    djl()
    denotations()
    embedded()
    test_data()
