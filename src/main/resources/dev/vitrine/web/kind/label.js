// A class with confidences: the surest in large over equal rows of name, bar and figure.
import { figure, h } from "../dom.js";
import { jsonEditor } from "./tensor.js";

const TOP = 5;

export const editor = jsonEditor;

export function viewer(port, { caption }) {
  const known = Array.isArray(port.labels) ? port.labels : [];
  const top = port.top ?? TOP;
  const count = known.length === 0 ? top : Math.min(known.length, top);
  const name = h("span", { class: "label-top" }, "–");
  const sure = h("span", { class: "label-confidence" });
  const rows = Array.from({ length: count }, row);
  return {
    element: h("div", { class: "label-answer" }, h("p", { class: "label-head" }, name, sure), h("ul", { class: "label-rows" }, rows.map(({ element }) => element))),
    text: (value) => value.confidences.map((one) => `${one.label}\t${one.confidence}`).join("\n"),
    show(value) {
      const all = value?.confidences ?? [];
      const scale = scaled(all);
      name.textContent = value?.label ?? "–";
      name.title = value?.label ?? "";
      sure.textContent = all.length === 0 ? "" : scale.words(all[0].confidence);
      rows.forEach((one, i) => one.show(all[i], scale));
      caption(all.length > count ? `top ${count} of ${figure(all.length)}` : "");
    },
  };
}

function row() {
  const name = h("span", { class: "bar-name" });
  const fill = h("span", { class: "bar-fill" });
  const figure = h("span", { class: "bar-figure" });
  const track = h("span", { class: "bar-track", "aria-hidden": "true" }, fill);
  const element = h("li", { class: "bar-row is-empty" }, name, track, figure);
  return {
    element,
    show(one, scale) {
      element.classList.toggle("is-empty", one === undefined);
      name.textContent = one?.label ?? "";
      name.title = one?.label ?? "";
      figure.textContent = one === undefined ? "" : scale.words(one.confidence);
      fill.style.width = one === undefined ? "0" : `${100 * scale.part(one.confidence)}%`;
    },
  };
}

/** How confidences are read: as percents where they are probabilities, else as they are. */
function scaled(all) {
  // what is no number comes as a word, such as NaN
  const values = all.map((one) => Number(one.confidence));
  if (values.every((value) => value >= 0 && value <= 1.0001)) {
    return { words: (value) => `${(100 * value).toFixed(1)} %`, part: (value) => Math.min(1, value) };
  }
  const finite = values.filter(Number.isFinite);
  const least = Math.min(0, ...finite);
  const most = Math.max(0, ...finite);
  return {
    words: (value) => (Math.abs(value) < 1e6 ? value.toFixed(2) : String(value)),
    part: (value) => (most === least || !Number.isFinite(value) ? 0 : (value - least) / (most - least)),
  };
}
