#!/usr/bin/python3
"""Models that break what runs them, and one that does not; made with Debian's python3-onnx. Run: ./make.py"""
import numpy as np
from onnx import TensorProto as T, helper as h, numpy_helper as nh, save

V = h.make_tensor_value_info


def write(name, nodes, weights=(), output=T.FLOAT):
    """A network that takes one number as x and gives y."""
    constants = [nh.from_array(np.array(value, kind), key) for key, value, kind in weights]
    graph = h.make_graph(nodes, name, [V("x", T.FLOAT, [1])], [V("y", output, None)], constants)
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], producer_name="vitrine-tests")
    model.ir_version = 8
    save(model, name + ".onnx")


def constant_of_x(key, kind):
    """Makes v of the constant `key` in a way that nobody can work out before x is known."""
    return [h.make_node("Cast", ["x"], ["xi"], to=kind), h.make_node("Mul", ["xi", "zero"], ["nothing"]),
            h.make_node("Add", ["nothing", key], ["v"])]


write("fine", [h.make_node("Relu", ["x"], ["y"])])
# the smallest int32 divided by -1 has no int32, and the processor says so with a signal
write("crash", constant_of_x("least", T.INT32) + [h.make_node("Div", ["v", "minus"], ["y"])],
      [("zero", [0], np.int32), ("least", [-2**31], np.int32), ("minus", [-1], np.int32)], T.INT32)
# 32 GB, written to
write("bomb", constant_of_x("size", T.INT64) + [h.make_node("ConstantOfShape", ["v"], ["c"]), h.make_node("Exp", ["c"], ["y"])],
      [("zero", [0], np.int64), ("size", [2**33], np.int64)])
body = h.make_graph([h.make_node("Tanh", ["in"], ["out"]), h.make_node("Identity", ["on"], ["still"])], "body",
                    [V("i", T.INT64, []), V("on", T.BOOL, []), V("in", T.FLOAT, [1])],
                    [V("still", T.BOOL, []), V("out", T.FLOAT, [1])])
write("endless", [h.make_node("Loop", ["times", "", "x"], ["y"], body=body)], [("times", 2**62, np.int64)])
weights = T(name="w", data_type=T.FLOAT, dims=[4], data_location=T.EXTERNAL)
weights.external_data.add(key="location", value="w.bin")
graph = h.make_graph([h.make_node("Add", ["x", "w"], ["y"])], "outside", [V("x", T.FLOAT, [4])], [V("y", T.FLOAT, [4])], [weights])
outside = h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], producer_name="vitrine-tests")
outside.ir_version = 8
save(outside, "outside.onnx")
