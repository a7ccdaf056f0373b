// A list of numbers: an area that takes them as other programs write them, and a strip of bars with their figures.
import { counted, figure, h, save, svg, tool } from "../dom.js";

/** The most bars; where there are more numbers each bar stands for several. */
const BARS = 400;
const HEIGHT = 96;
/** Numbers that the area shows; more would take long to lay out. */
const FEW = 1000;

export function editor(port, desk) {
  const example = port.length === undefined ? "0.5, -0.25, 1" : counted(port.length, "number");
  const area = h("textarea", { id: desk.id, class: "input code-input", rows: 3, spellcheck: "false", placeholder: example, "aria-describedby": desk.note });
  const file = h("input", { type: "file", accept: ".csv,.json,.txt", hidden: true, "aria-label": `${port.label}, file` });
  let given;
  function say() {
    const numbers = given ?? read(area.value);
    desk.aside(Array.isArray(numbers) && numbers.length > 0 ? counted(numbers.length, "number") : port.length === undefined ? "" : counted(port.length, "number"));
  }
  function hold(value) {
    given = value;
    const isShort = !Array.isArray(value) || value.length <= FEW;
    area.value = value === undefined || !isShort ? "" : Array.isArray(value) ? value.join(", ") : String(value);
    area.placeholder = isShort ? example : "Too long to show; type to replace it";
    say();
  }
  /** Long text never enters the area. */
  function take(text) {
    hold(read(text));
    (desk.stepped ?? desk.changed)();
  }
  area.addEventListener("input", () => {
    given = undefined;
    say();
    desk.changed();
  });
  area.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (text.length > 20_000) {
      event.preventDefault();
      take(text);
    }
  });
  file.addEventListener("change", async () => {
    const [first, ...rest] = (await file.files[0].text()).split(/\r?\n/);
    // a column of CSV has its name above
    take(/^\s*"?[\p{L}_][^,;\t[]*$/u.test(first) && rest.length > 0 ? rest.join("\n") : [first, ...rest].join("\n"));
    file.value = "";
  });
  return {
    element: h("div", { class: "stack" }, area, h("div", { class: "tools" }, tool("Open…", () => file.click(), { "aria-label": `Open ${port.label}` }), file)),
    value: () => given ?? read(area.value),
    show: hold,
  };
}

/** The numbers of a text; what is none goes out as text, so that the endpoint says what is wrong with it. */
function read(text) {
  const inner = text.trim().replace(/^(?:np\.|numpy\.|torch\.)?(?:array|tensor)\(([^]*?)(?:,\s*\w+\s*=[^[\]]*)?\)$/, "$1");
  const words = inner.split(/[[\](),;|\s]+/).filter((word) => word !== "");
  if (inner === "") {
    return undefined;
  }
  const numbers = words.map((word) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : NaN));
  const wrong = numbers.findIndex((number) => !Number.isFinite(number));
  return wrong < 0 ? numbers : numbers.map((number, i) => (Number.isFinite(number) ? number : words[i]));
}

export function viewer(port, desk) {
  const bars = svg("path", { class: "vector-bars" });
  const mark = svg("rect", { class: "vector-mark", y: 0, height: HEIGHT, visibility: "hidden" });
  const strip = svg("svg", { class: "vector-strip", viewBox: `0 0 ${BARS} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": port.label }, mark, bars);
  const names = ["n", "min", "max", "mean", "norm"];
  const figures = names.map(() => h("dd", {}, "–"));
  const list = h("dl", { class: "vector-figures" }, names.map((name, i) => h("div", {}, h("dt", {}, name), figures[i])));
  let shown = [];
  const count = () => Math.min(shown.length, BARS);
  const place = (i) => [Math.floor((i * shown.length) / count()), Math.floor(((i + 1) * shown.length) / count())];
  strip.addEventListener("pointermove", (event) => {
    if (shown.length > 0) {
      const box = strip.getBoundingClientRect();
      const at = Math.max(0, Math.min(count() - 1, Math.floor(((event.clientX - box.left) / box.width) * count())));
      const [from, to] = place(at);
      const [min, max] = ends(shown, from, to);
      mark.setAttribute("visibility", "visible");
      mark.setAttribute("x", (at * BARS) / count());
      mark.setAttribute("width", BARS / count());
      desk.caption(to - from === 1 ? `[${from}] ${figure(shown[from])}` : `[${from}–${to - 1}] ${figure(min)} to ${figure(max)}`);
    }
  });
  strip.addEventListener("pointerleave", () => {
    mark.setAttribute("visibility", "hidden");
    desk.caption("");
  });
  const csv = () => save(new Blob([[port.name, ...shown, ""].join("\r\n")], { type: "text/csv" }), `${port.name}.csv`);
  const binary = () => save(new Blob([npy(shown)], { type: "application/x-npy" }), `${port.name}.npy`);
  return {
    element: h("div", { class: "stack" }, strip, list),
    tools: [tool(".npy", binary, { "aria-label": `.npy of ${port.label}` }), tool(".csv", csv, { "aria-label": `.csv of ${port.label}` })],
    text: (value) => JSON.stringify(value),
    show(value) {
      shown = (value ?? []).map(Number);
      const facts = value === undefined ? null : summary(shown);
      figures.forEach((each, i) => (each.textContent = facts ? figure(typeof facts[i] === "number" ? Number(facts[i].toPrecision(4)) : facts[i]) : "–"));
      if (facts) {
        figures[0].textContent = figure(shown.length);
      }
      bars.setAttribute("d", facts ? path(shown, count(), place, facts[1], facts[2]) : "");
      strip.setAttribute("aria-label", facts ? `${port.label}, ${counted(shown.length, "number")} from ${figure(facts[1])} to ${figure(facts[2])}` : port.label);
    },
  };
}

function ends(numbers, from = 0, to = numbers.length) {
  let min = NaN;
  let max = NaN;
  for (let i = from; i < to; i++) {
    if (Number.isFinite(numbers[i])) {
      min = numbers[i] < min || Number.isNaN(min) ? numbers[i] : min;
      max = numbers[i] > max || Number.isNaN(max) ? numbers[i] : max;
    }
  }
  return [min, max];
}

function summary(numbers) {
  const finite = numbers.filter(Number.isFinite);
  const [min, max] = ends(finite);
  const most = Math.max(Math.abs(min), Math.abs(max)) || 1;
  const mean = finite.reduce((sum, n, i) => sum + (n - sum) / (i + 1), 0);
  return [numbers.length, min, max, finite.length > 0 ? mean : NaN, most * Math.sqrt(finite.reduce((sum, n) => sum + (n / most) ** 2, 0))];
}

/** Bars from nought, each from the least of its numbers to the greatest, so that no peak is lost. */
function path(numbers, count, place, min, max) {
  const least = Math.min(0, min || 0);
  const most = Math.max(0, max || 0);
  const y = (value) => 8 + ((most - value) / (most - least || 1)) * (HEIGHT - 16);
  const width = BARS / Math.max(1, count);
  const gap = count <= BARS / 4 ? width / 8 : 0;
  let all = "";
  for (let i = 0; i < count; i++) {
    const [low, high] = ends(numbers, ...place(i));
    if (Number.isNaN(low)) {
      continue;
    }
    const top = y(Math.max(0, high));
    const bottom = Math.max(y(Math.min(0, low)), top + 1);
    all += `M${(i * width).toFixed(2)} ${top.toFixed(2)}h${(width - gap).toFixed(2)}V${bottom.toFixed(2)}h${(gap - width).toFixed(2)}z`;
  }
  return all;
}

/** NumPy's own form, of numbers in double precision. */
function npy(numbers) {
  const words = `{'descr': '<f8', 'fortran_order': False, 'shape': (${numbers.length},), }`;
  const head = words.padEnd(Math.ceil((words.length + 11) / 64) * 64 - 11) + "\n";
  const bytes = new Uint8Array(10 + head.length + 8 * numbers.length);
  bytes.set([0x93, ...[..."NUMPY"].map((c) => c.charCodeAt(0)), 1, 0, head.length & 255, head.length >> 8]);
  bytes.set(new TextEncoder().encode(head), 10);
  const view = new DataView(bytes.buffer, 10 + head.length);
  numbers.forEach((number, i) => view.setFloat64(8 * i, number, true));
  return bytes;
}
