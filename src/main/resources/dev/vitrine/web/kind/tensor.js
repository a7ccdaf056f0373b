// A tensor: its figures, and its numbers as JSON; whatever else is typed as JSON has its editor here too.
import { figure, h } from "../dom.js";

/** A field for a value's JSON. */
export function jsonEditor(port, desk) {
  const area = h("textarea", { id: desk.id, class: "input code-input", rows: 6, spellcheck: "false", placeholder: "JSON", "aria-describedby": desk.note });
  area.addEventListener("input", desk.changed);
  return {
    element: area,
    value: () => read(area.value),
    show: (value) => (area.value = value === undefined ? "" : JSON.stringify(value)),
  };
}

/** What does not read as JSON goes out as text, so that the endpoint says what is wrong with it. */
function read(text) {
  if (text.trim() === "") {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const editor = jsonEditor;

export function viewer() {
  const view = show();
  return { element: view.element, show: (value) => view.show(value) };
}

/** The view of one tensor. */
export function show() {
  const facts = h("p", { class: "tensor-facts" }, "–");
  const numbers = h("pre", { class: "code tensor-numbers", tabindex: 0, role: "group", "aria-label": "Numbers" });
  return {
    element: h("div", {}, facts, numbers),
    show(value) {
      if (value === undefined) {
        facts.textContent = "–";
        numbers.textContent = "";
        return;
      }
      const flat = [value.data].flat(Infinity);
      facts.textContent = [`${value.type} [${value.shape.join(", ")}]`, ...statistics(flat)].join(" · ");
      numbers.textContent = flat.slice(0, 400).map((one) => figure(one)).join("  ") + (flat.length > 400 ? "  …" : "");
    },
  };
}

function statistics(flat) {
  const numbers = flat.filter((one) => typeof one === "number" && Number.isFinite(one));
  if (numbers.length === 0) {
    return [];
  }
  const sum = numbers.reduce((a, b) => a + b, 0);
  const least = numbers.reduce((a, b) => Math.min(a, b));
  const most = numbers.reduce((a, b) => Math.max(a, b));
  return [`least ${figure(least)}`, `mean ${figure(sum / numbers.length)}`, `most ${figure(most)}`];
}
