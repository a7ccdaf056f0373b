#!/usr/bin/python3
"""Takes the weights out of ONNX files: what is left declares all that the whole file does. Use: strip.py OUT.onnx IN.onnx"""
import sys

KEEP = 32  # a constant of a few elements tells how an input is scaled


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out + bytes([n]))


def fields(b):
    i = 0

    def read():
        nonlocal i
        v = s = 0
        while True:
            c = b[i]
            i += 1
            v |= (c & 127) << s
            s += 7
            if c < 128:
                return v

    while i < len(b):
        start = i
        tag = read()
        wire = tag & 7
        if wire == 2:
            n = read()
            yield tag >> 3, wire, b[i : i + n], b[start : i + n]
            i += n
        else:
            if wire == 0:
                read()
            else:
                i += 4 if wire == 5 else 8
            yield tag >> 3, wire, None, b[start:i]


def rewrite(b, inside, drop=lambda number, value: False):
    out = bytearray()
    for number, wire, value, whole in fields(b):
        if drop(number, value):
            continue
        if wire == 2 and number in inside:
            value = inside[number](value)
            whole = varint(number << 3 | 2) + varint(len(value)) + value
        out += whole
    return bytes(out)


def tensor(b):
    return rewrite(b, {}, lambda n, v: n in (4, 5, 6, 7, 9, 10, 11) and v is not None and len(v) > KEEP)


def attribute(b):
    name = next((v for n, _, v, _ in fields(b) if n == 1), b"")
    lists = 0 if b"class" in name or b"cats" in name else 4
    count = {}

    def drop(number, value):
        count[number] = count.get(number, 0) + 1
        return number in (7, 8, 9) and lists and count[number] > lists

    return rewrite(b, {5: tensor, 6: graph, 10: tensor, 11: graph}, drop)


def node(b):
    return rewrite(b, {5: attribute}, lambda n, v: n == 6)


def graph(b):
    return rewrite(b, {1: node, 5: tensor}, lambda n, v: n in (13, 14))


open(sys.argv[1], "wb").write(rewrite(open(sys.argv[2], "rb").read(), {7: graph}))
