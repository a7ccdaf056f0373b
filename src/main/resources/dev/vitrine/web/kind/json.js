// JSON as a tree to fold; branches are made when they are opened.
import { counted, h } from "../dom.js";
import { jsonEditor } from "./tensor.js";

export const editor = jsonEditor;

const MOST = 1000;

export function viewer(port, { caption }) {
  const element = h("div", { class: "json-tree", tabindex: 0, role: "document", "aria-label": port.label });
  return {
    element,
    text: (value) => JSON.stringify(value, null, 2),
    file: (value) => new Blob([JSON.stringify(value, null, 2)], { type: "application/json" }),
    show(value) {
      caption(value === undefined ? "" : size(value));
      element.replaceChildren(...(value === undefined ? [] : isFull(value) ? branches(value) : [leaf("", value)]));
    },
  };
}

function isFull(value) {
  return value !== null && typeof value === "object" && Object.keys(value).length > 0;
}

function size(value) {
  if (value === null || typeof value !== "object") {
    return "";
  }
  const count = Object.keys(value).length;
  return counted(count, Array.isArray(value) ? "item" : "key");
}

function leaf(name, value) {
  return h("div", { class: "json-leaf" }, name === "" ? "" : `${name}: `, JSON.stringify(value));
}

function branches(value) {
  const all = Object.entries(value);
  const shown = all.slice(0, MOST).map(([name, one]) => (isFull(one) ? branch(name, one) : leaf(name, one)));
  return all.length > MOST ? [...shown, h("div", { class: "json-leaf" }, `… ${all.length - MOST} more`)] : shown;
}

function branch(name, value) {
  const details = h("details", { class: "json-branch" }, h("summary", {}, `${name}: ${size(value)}`));
  details.addEventListener("toggle", () => details.append(...branches(value)), { once: true });
  return details;
}
