#!/usr/bin/python3
"""Makes the network of this folder, which takes what a hand draws on a picture: a mask, points and their classes.

Needs Debian's python3-onnx. It keeps what is painted, and gives back the mean of the points of class 1, both small
enough to be worked out by hand. Use: make.py, in this folder."""
import os

import onnx
from onnx import TensorProto as T
from onnx import helper as h

HERE = os.path.dirname(os.path.abspath(__file__))

graph = h.make_graph(
    [
        h.make_node("Cast", ["mask"], ["painted"], to=T.FLOAT),
        h.make_node("Mul", ["image", "painted"], ["kept"]),
        h.make_node("Cast", ["point_labels"], ["weights"], to=T.FLOAT),
        h.make_node("Unsqueeze", ["weights", "last"], ["columns"]),
        h.make_node("Mul", ["point_coords", "columns"], ["meant"]),
        h.make_node("ReduceSum", ["meant", "rows"], ["sum"], keepdims=0),
        h.make_node("ReduceSum", ["weights", "rows"], ["count"], keepdims=1),
        h.make_node("Div", ["sum", "count"], ["middle"]),
    ],
    "pointed",
    [
        h.make_tensor_value_info("image", T.FLOAT, [1, 3, 8, 16]),
        h.make_tensor_value_info("mask", T.BOOL, [1, 1, 8, 16]),
        h.make_tensor_value_info("point_coords", T.FLOAT, [1, "points", 2]),
        h.make_tensor_value_info("point_labels", T.INT64, [1, "points"]),
    ],
    [
        h.make_tensor_value_info("kept", T.FLOAT, [1, 3, 8, 16]),
        h.make_tensor_value_info("middle", T.FLOAT, [1, 2]),
    ],
    initializer=[h.make_tensor("last", T.INT64, [1], [2]), h.make_tensor("rows", T.INT64, [1], [1])],
)
model = h.make_model(graph, opset_imports=[h.make_opsetid("", 13)])
model.ir_version = 8
onnx.checker.check_model(model)
onnx.save(model, os.path.join(HERE, "pointed", "model.onnx"))
