// Boxes over the picture they were found in, and as a list below it; a press on one chooses it in both.
import { BoxPad } from "../boxpad.js";
import { figure, h, svg } from "../dom.js";
import { knob, palette, Stage, under } from "../overlay.js";
import { jsonEditor } from "./tensor.js";

/** From this score on a point is seen; half, as those who draw poses have it. */
const SEEN = 0.5;

/** Drawn by hand over a picture; JSON where there is none. */
export function editor(port, desk) {
  return under(port, desk.model, "image") === null ? jsonEditor(port, desk) : new BoxPad(port, desk);
}

export function viewer(port, desk) {
  const stage = new Stage(port.label);
  const colour = palette(port);
  const list = h("ul", { class: "box-list", "aria-label": `${port.label}, list` });
  const isFramed = port.frame !== false;
  // where an input sets the threshold, that is the place to change it
  const fixed = typeof port.threshold === "number" ? port.threshold : typeof port.tensor?.threshold === "string" ? 0 : (port.tensor?.threshold ?? 0);
  let least = fixed;
  let all = [];
  let chosen = null;
  let size = null;
  let turn = 0;
  const sift = () => {
    const sure = all.filter((box) => sureness(box) >= least);
    const width = size?.width ?? Math.max(1, ...all.map((box) => box.x + box.width));
    const height = size?.height ?? Math.max(1, ...all.map((box) => box.y + box.height));
    const words = `${sure.length === all.length ? "" : `${figure(sure.length)} of `}${figure(all.length)}`;
    stage.draw(width, height, draw(sure, width, stage.element.clientWidth || 400), `${words} found`);
    desk.caption(size === null && all.length === 0 ? "" : `${words} found`);
    list.replaceChildren(...sure.map((box) => row(box)));
  };
  const draw = (boxes, width, shown) => {
    // lines and letters keep their size on screen, whatever the picture's
    const unit = Math.max(width / shown, (size?.height ?? 0) / (stage.element.clientHeight || 300), 0.01);
    const shapes = boxes.map((box) => shape(port, box, colour(box.label), unit, isFramed, box === chosen));
    const named = boxes.filter((box) => port.names !== false || box === chosen).filter((box) => !isLine(isFramed, box) || box === chosen);
    return [...shapes, ...named.slice(0, 60).map((box) => plate(box, colour(box.label), unit, width))];
  };
  const row = (box) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "box-row", "aria-pressed": String(box === chosen), onclick: () => choose(box) },
        h("span", { class: `box-mark colour-${colour(box.label)}`, "aria-hidden": "true" }),
        h("span", { class: "box-name" }, box.label),
        h("span", { class: "box-place" }, place(isFramed, box)),
        h("span", { class: "box-score" }, box.score?.toFixed(2) ?? ""),
      ),
    );
  const choose = (box) => {
    chosen = chosen === box ? null : box;
    sift();
    list.querySelector('[aria-pressed="true"]')?.focus();
  };
  const tools = fixed > 0 || typeof port.threshold === "number" ? [knob("At least", { min: 0, max: 1, step: 0.01, value: least }, (value) => {
    least = value;
    sift();
  })] : [];
  stage.element.addEventListener("pointerdown", (event) => {
    const at = event.target.closest?.("[data-box]");
    if (at) {
      choose(all[Number(at.dataset.box)]);
    }
  });
  return {
    element: stage.element,
    below: list,
    stage: stage.element,
    tools,
    text: (value) => value.boxes.map((box) => [box.label, box.score, box.x, box.y, box.width, box.height].join("\t")).join("\n"),
    async show(value) {
      const mine = ++turn;
      chosen = null;
      const source = value === undefined ? null : desk.input(under(port, desk.model, "image"));
      const next = await stage.ground(source);
      if (mine !== turn) {
        return;
      }
      size = next;
      all = value?.boxes ?? [];
      all.forEach((box, i) => (box.index = i));
      if (value === undefined) {
        stage.clear();
        list.replaceChildren();
        desk.caption("");
      } else {
        stage.element.classList.remove("is-empty");
        sift();
      }
    },
  };
}

/** How sure a box is; one without a score was drawn by hand. */
function sureness(box) {
  return box.score ?? 1;
}

/** Whether a box is a line between two points and nothing else. */
function isLine(isFramed, box) {
  return !isFramed && box.points?.length === 2;
}

function place(isFramed, box) {
  if (isLine(isFramed, box)) {
    const [from, to] = box.points;
    return `${Math.round(from.x)}, ${Math.round(from.y)} → ${Math.round(to.x)}, ${Math.round(to.y)}`;
  }
  return `x ${Math.round(box.x)}, y ${Math.round(box.y)}, ${Math.round(box.width)} × ${Math.round(box.height)}`;
}

function shape(port, box, colour, unit, isFramed, isChosen) {
  const points = box.points ?? [];
  const seen = (point) => point !== undefined && (point.score ?? 1) >= SEEN;
  const width = (isChosen ? 4 : 2) * unit;
  return svg(
    "g",
    { class: `box colour-${colour}${isChosen ? " is-chosen" : ""}`, "data-box": box.index },
    isFramed && svg("rect", { x: box.x, y: box.y, width: Math.max(0, box.width), height: Math.max(0, box.height), "stroke-width": width, rx: 2 * unit }),
    (port.skeleton ?? []).filter(([a, b]) => seen(points[a]) && seen(points[b])).map(([a, b]) => svg("line", { x1: points[a].x, y1: points[a].y, x2: points[b].x, y2: points[b].y, "stroke-width": width })),
    points.filter(seen).map((point) => svg("circle", { cx: point.x, cy: point.y, r: 3 * unit })),
  );
}

function plate(box, colour, unit, width) {
  const words = `${box.label} ${box.score?.toFixed(2) ?? ""}`.trim();
  const size = 11 * unit;
  const long = (words.length * 6.2 + 10) * unit;
  const x = Math.max(0, Math.min(box.x, width - long));
  const y = box.y >= 18 * unit ? box.y - 18 * unit : box.y;
  return svg("g", { class: `box-plate colour-${colour}`, "data-box": box.index }, svg("rect", { x, y, width: long, height: 16 * unit, rx: 2 * unit }), svg("text", { x: x + 5 * unit, y: y + 12 * unit, "font-size": size }, words));
}
