#!/usr/bin/env python3
"""Makes the models of this folder: one for each task of Ultralytics', with its metadata, whose outputs are the same for
every picture, so that the right answer is known. Needs the package python3-onnx.

    python3 make.py

The tensor is 64 x 64. In a picture of 128 x 64 a place (x, y) of it is (2 x, 2 (y - 16)).
"""
import math
import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

SIZE = 64
CAT, PERSON = {0: 'cat', 1: 'dog'}, {0: 'person'}


def column(place, scores, more=()):
    return list(place) + list(scores) + list(more)


def model(task, names, outputs, **more):
    nodes = [helper.make_node('ReduceMean', ['images'], ['mean'], keepdims=0),
             helper.make_node('Mul', ['mean', 'zero'], ['nothing'])]
    initializers = [numpy_helper.from_array(np.float32(0), 'zero')]
    infos = []
    for i, values in enumerate(outputs):
        values = np.asarray(values, np.float32)
        initializers.append(numpy_helper.from_array(values, f'values{i}'))
        nodes.append(helper.make_node('Add', [f'values{i}', 'nothing'], [f'output{i}']))
        infos.append(helper.make_tensor_value_info(f'output{i}', TensorProto.FLOAT, values.shape))
    graph = helper.make_graph(
        nodes, 'main_graph',
        [helper.make_tensor_value_info('images', TensorProto.FLOAT, [1, 3, SIZE, SIZE])], infos, initializers)
    onnx = helper.make_model(graph, producer_name='pytorch', opset_imports=[helper.make_opsetid('', 13)], ir_version=8)
    props = {'description': f'Ultralytics YOLO11n {task} model', 'author': 'Ultralytics', 'license': 'AGPL-3.0',
             'version': '8.3.0', 'stride': '32', 'task': task, 'batch': '1', 'imgsz': str([SIZE, SIZE]),
             'names': str(names), **more}
    for key, value in props.items():
        onnx.metadata_props.add(key=key, value=value)
    checker.check_model(onnx)
    save(onnx, f'{task}.onnx')


def sideways(columns):
    return np.asarray(columns, np.float32).T[None]


BOX = (32, 32, 32, 16)
NEAR = (33, 32, 32, 16)
ELSEWHERE = (8, 20, 8, 8)

model('detect', CAT, [sideways([column(BOX, (0.9, 0.1)), column(NEAR, (0.8, 0.1)), column(ELSEWHERE, (0.1, 0.6)),
                                column((50, 50, 4, 4), (0.1, 0.2))])])

one = [1.0] + [0.0] * 31
two = [0.0, 1.0] + [0.0] * 30
planes = np.zeros((1, 32, 16, 16), np.float32)
planes[0, 0] = -1
planes[0, 0, :, :8] = 1  # the left half
planes[0, 1] = 1  # everywhere
model('segment', CAT, [sideways([column(BOX, (0.9, 0.1), one), column(NEAR, (0.8, 0.1), two),
                                 column(ELSEWHERE, (0.1, 0.6), two)]), planes])

model('classify', {0: 'cat', 1: 'dog', 2: 'bird'}, [[[0.1, 0.7, 0.2]]])

points = [n for i in range(17) for n in (24 + i, 28, 0.9 if i != 4 else 0.1)]
model('pose', PERSON, [sideways([column(BOX, (0.9,), points), column(ELSEWHERE, (0.1,), points)])],
      kpt_shape=str([17, 3]))

model('obb', CAT, [sideways([column((32, 32, 20, 10), (0.1, 0.9), (math.pi / 2,)),
                             column((32, 32, 10, 20), (0.1, 0.8), (0.0,)),  # the same shape, unturned
                             column((32, 36, 40, 4), (0.1, 0.7), (math.pi / 4,))])])
