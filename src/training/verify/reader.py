#!/usr/bin/env python3
"""Measures the demo `reader` on pages that ImageMagick prints with DejaVu fonts.

    ./vitrine serve models/reader &
    python3 src/training/verify/reader.py [pages] [port]

Each page has five lines of LICENSE at random, in one of four fonts, 18 to 40 pixels high, plain, as a phone sees it
(light from one side, slightly turned, blurred, noisy), or like that and turned by up to 20 degrees. Prints the part of the characters that are read right, spaces
apart (1 - edit distance / length), and the part of the lines that are read without a slip.
"""
import base64, json, random, subprocess, sys, tempfile, urllib.request
from pathlib import Path

FONTS = ['DejaVu-Sans', 'DejaVu-Serif', 'DejaVu-Sans-Mono', 'DejaVu-Sans-Bold']
WORDS = (Path(__file__).resolve().parents[3] / 'LICENSE').read_text().split()


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row, old = [i], row
        for j, y in enumerate(b, 1):
            row.append(min(old[j] + 1, row[-1] + 1, old[j - 1] + (x != y)))
    return row[-1]


def page(rng, how, file):
    size = rng.randint(18, 40)
    lines = []
    for _ in range(5):
        at = rng.randrange(len(WORDS) - 8)
        line = ''
        while len(line) < 1200 // size - 12:
            line = (line + ' ' + WORDS[at % len(WORDS)]).strip()
            at += 1
        lines.append(line[:1200 // size].rsplit(' ', 1)[0])
    draw = ['convert', '-size', f'900x{int(40 + 5 * size * 2)}', 'xc:white', '-font', rng.choice(FONTS), '-pointsize',
            str(size), '-fill', '#1c1c1c', '-gravity', 'northwest']
    for i, line in enumerate(lines):
        text = line.replace('\\', '\\\\').replace('%', '%%')
        draw += ['-annotate', f'+30+{20 + i * size * 2}', text]
    if how != 'print':
        draw += ['(', '-size', f'900x{int(40 + 5 * size * 2)}', 'gradient:white-#909090', ')', '-compose', 'multiply',
                 '-composite', '-virtual-pixel', 'background', '-background', '#665544', '-distort', 'SRT',
                 f'0.96 {rng.uniform(-1.5, 1.5)}', '-blur', '0x0.8', '-seed', str(rng.randrange(1 << 30)), '-attenuate',
                 '0.25', '+noise', 'Gaussian']
    if how == 'turned':
        draw += ['-background', '#665544', '-rotate', f'{rng.uniform(-20, 20):.1f}']
    subprocess.run(draw + ['-depth', '8', str(file)], check=True)
    return lines


def read(port, file):
    body = json.dumps({'image': 'data:image/png;base64,' + base64.b64encode(file.read_bytes()).decode()}).encode()
    call = urllib.request.Request(f'http://127.0.0.1:{port}/models/reader/predict', body,
                                  {'Content-Type': 'application/json'})
    return json.load(urllib.request.urlopen(call))['text'].splitlines()


def main():
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 7860
    for how in ('print', 'photo', 'turned'):
        rng = random.Random(1)
        wrong = all_ = whole = count = 0
        with tempfile.TemporaryDirectory() as folder:
            for i in range(pages):
                file = Path(folder) / f'{i}.png'
                truth = [line.replace(' ', '') for line in page(rng, how, file)]
                given = [line.replace(' ', '') for line in read(port, file)]
                wrong += distance(''.join(truth), ''.join(given))
                all_ += sum(map(len, truth))
                whole += sum(line in given for line in truth)
                count += len(truth)
        print(f"{how}: {pages} pages, {all_} characters, "
              f'{100 * (1 - wrong / all_):.2f} % right, {100 * whole / count:.1f} % of lines without a slip')


if __name__ == '__main__':
    main()
