// Lines, bars, points and heat maps of numbers, drawn as SVG.
import { counted, figure as grouped, h, svg } from "../dom.js";
import { drawn as pictured } from "../media.js";
import { jsonEditor } from "./tensor.js";

export const editor = jsonEditor;

const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 56;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 44;
const TOLD = 500;

export function viewer(port, { caption }) {
  const legend = h("div", { class: "span-legend" });
  const drawing = svg("svg", { class: "plot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": port.label });
  const stage = h("div", { class: "stack plot-stage" }, legend, drawing);
  return {
    element: stage,
    stage,
    text: (value) => value.series.flatMap((one) => one.y.map((y, i) => [one.name, one.x[i], y ?? ""].join("\t"))).join("\n"),
    file: () => pictured(drawing),
    show(value) {
      const plot = value ?? { mark: "line", series: [] };
      const named = plot.series.filter((one) => one.name !== "");
      legend.replaceChildren(
        ...(plot.mark === "rect" || named.length < 2
          ? []
          : plot.series.map((one, i) => h("span", { class: `span-plate colour-${i % 8}` }, one.name))),
      );
      drawing.replaceChildren(...(plot.mark === "rect" ? cells(plot) : chart(plot)));
      caption(value === undefined ? "" : count(plot));
    },
  };
}

/** How many series and numbers there are, as in the window. */
function count({ series }) {
  const numbers = series.reduce((sum, one) => sum + one.y.length, 0);
  const words = counted(numbers, "number");
  return series.length === 1 ? words : `${grouped(series.length)} series, ${words}`;
}

function figure(n) {
  return typeof n !== "number" ? `${n}` : Number.isInteger(n) ? `${n}` : `${Number(n.toPrecision(4))}`;
}

function ticks(least, most) {
  const [low, high] = most > least ? [least, most] : [least - 1, most + 1];
  const raw = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * [1, 2, 5, 10].find((round) => power * round >= raw * 0.999);
  const from = Math.floor(low / step) * step;
  const count = Math.ceil(high / step - 1e-9) - Math.floor(low / step);
  return Array.from({ length: count + 1 }, (_, i) => Number((from + i * step).toPrecision(12)));
}

function extent(numbers) {
  return numbers.reduce(([least, most], n) => [Math.min(least, n), Math.max(most, n)], [Infinity, -Infinity]);
}

function words(x, y, anchor, text) {
  const element = svg("text", { x, y, "text-anchor": anchor, class: "plot-words" });
  element.textContent = text;
  return element;
}

function told(element, text) {
  const title = svg("title", {});
  title.textContent = text;
  element.append(title);
  return element;
}

function chart({ mark, series, x: along = "", y: up = "" }) {
  const numbers = series.flatMap((one) => one.y).filter((y) => y !== null);
  if (numbers.length === 0) {
    return [];
  }
  const [least, most] = extent(mark === "bar" ? [0, ...numbers] : numbers);
  const rows = ticks(least, most);
  const down = (y) => HEIGHT - BOTTOM - ((y - rows[0]) / (rows.at(-1) - rows[0])) * (HEIGHT - TOP - BOTTOM);
  const places = series.flatMap((one) => one.x);
  const names = mark === "bar" || places.some((x) => typeof x === "string") ? [...new Set(places)] : null;
  const columns = names === null ? ticks(...extent(places)) : names;
  const room = WIDTH - LEFT - RIGHT;
  const right =
    names === null
      ? (x) => LEFT + ((x - columns[0]) / (columns.at(-1) - columns[0])) * room
      : (x) => LEFT + ((names.indexOf(x) + 0.5) * room) / names.length;
  const every = Math.max(1, Math.ceil(columns.length / 16));
  return [
    ...rows.flatMap((y) => [svg("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: down(y), y2: down(y), class: "plot-grid" }), words(LEFT - 6, down(y) + 4, "end", figure(y))]),
    ...columns.filter((_, i) => i % every === 0).map((x) => words(right(x), HEIGHT - BOTTOM + 16, "middle", figure(x))),
    words(LEFT + room / 2, HEIGHT - 6, "middle", along),
    words(4, 11, "start", up),
    ...series.flatMap((one, i) => drawn(mark, one, i, series.length, right, down, room / (names?.length ?? 1))),
  ];
}

function drawn(mark, one, index, count, right, down, slot) {
  const colour = `colour-${index % 8}`;
  const points = one.x.map((x, i) => ({ x, y: one.y[i] })).filter(({ y }) => y !== null && y !== undefined);
  const name = (point) => `${one.name} ${figure(point.x)}: ${figure(point.y)}`.trim();
  if (mark === "bar") {
    const width = (slot * 0.8) / count;
    return points.map((point) =>
      told(
        svg("rect", { x: right(point.x) - slot * 0.4 + index * width, y: Math.min(down(point.y), down(0)), width: Math.max(1, width - 1), height: Math.abs(down(point.y) - down(0)), class: `plot-fill ${colour}` }),
        name(point),
      ),
    );
  }
  const dots = points.length > TOLD ? [] : points.map((point) => told(svg("circle", { cx: right(point.x), cy: down(point.y), r: mark === "point" ? 4 : 3, class: `plot-fill ${colour}` }), name(point)));
  return mark === "point" && dots.length > 0
    ? dots
    : [svg("polyline", { points: points.map(({ x, y }) => `${right(x).toFixed(1)},${down(y).toFixed(1)}`).join(" "), class: `plot-line ${colour}` }), ...dots];
}

function cells({ series }) {
  const names = [...new Set(series.flatMap((one) => one.x))];
  const [least, most] = extent(series.flatMap((one) => one.y).filter((y) => y !== null));
  const width = (WIDTH - LEFT - RIGHT) / Math.max(1, names.length);
  const height = (HEIGHT - TOP - BOTTOM) / Math.max(1, series.length);
  return [
    ...names.map((x, i) => words(LEFT + (i + 0.5) * width, HEIGHT - BOTTOM + 16, "middle", figure(x))),
    ...series.flatMap((one, row) => [
      words(LEFT - 6, TOP + (row + 0.5) * height + 4, "end", one.name),
      ...one.x.map((x, i) =>
        told(
          svg("rect", {
            x: LEFT + names.indexOf(x) * width, y: TOP + row * height, width: width - 1, height: height - 1,
            class: "plot-cell", "fill-opacity": one.y[i] === null ? 0 : 0.08 + (0.92 * (one.y[i] - least)) / (most - least || 1),
          }),
          `${one.name}, ${figure(x)}: ${figure(one.y[i])}`,
        ),
      ),
    ]),
  ];
}
