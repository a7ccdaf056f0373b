// One of several, as a menu, as radio buttons or as segments.
import { h } from "../dom.js";

/** The most segments of a row, and the most characters that stand in them together, as in the window. */
const MOST_SEGMENTS = 4;
const MOST_LETTERS = 32;
/** The most radio buttons below each other. */
const MOST_RADIOS = 6;

export function editor(port, desk) {
  const choices = port.choices ?? [];
  const names = choices.map((choice, i) => port.names?.[i] ?? String(choice));
  const display = displayed(port, names);
  return display === "menu" ? menu(port, desk, choices, names) : buttons(port, desk, choices, names, display === "segmented");
}

/** What the port says, else what its choices have room for; a menu where none need be chosen, for it can be emptied. */
function displayed(port, names) {
  if (port.display || !(port.required || port.default !== undefined)) {
    return port.display ?? "menu";
  }
  const letters = names.reduce((sum, name) => sum + name.length, 0);
  if (names.length <= MOST_SEGMENTS && letters <= MOST_LETTERS) {
    return "segmented";
  }
  return names.length <= MOST_RADIOS ? "radio" : "menu";
}

function menu(port, desk, choices, names) {
  const select = h(
    "select",
    { id: desk.id, class: "input", "aria-describedby": desk.note },
    h("option", { value: "", disabled: port.required, hidden: port.required }, port.required ? "Choose" : "–"),
    names.map((name, i) => h("option", { value: i }, name)),
  );
  select.addEventListener("change", desk.changed);
  return {
    element: select,
    value: () => (select.value === "" ? undefined : choices[Number(select.value)]),
    show(value) {
      const i = choices.indexOf(value);
      select.value = i < 0 ? "" : String(i);
    },
  };
}

function buttons(port, desk, choices, names, isSegmented) {
  const radios = choices.map((_, i) => h("input", { type: "radio", name: desk.id, value: i, onchange: desk.changed }));
  return {
    element: h("div", { class: isSegmented ? "segmented" : "radios", role: "radiogroup" }, radios.map((radio, i) => h("label", { class: isSegmented ? "segment" : "radio" }, radio, names[i]))),
    value() {
      const i = radios.findIndex((radio) => radio.checked);
      return i < 0 ? undefined : choices[i];
    },
    show: (value) => radios.forEach((radio, i) => (radio.checked = choices[i] === value)),
  };
}

export function viewer(port) {
  const element = h("p", { class: "number-line" }, "–");
  const words = (value) => port.names?.[(port.choices ?? []).indexOf(value)] ?? String(value);
  return { element, text: words, show: (value) => (element.textContent = value === undefined ? "–" : words(value)) };
}
