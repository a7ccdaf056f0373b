// One of several, as a menu, as radio buttons or as segments, or found by typing.
import { figure, h } from "../dom.js";
import { finder } from "../finder.js";

/** The most segments of a row, and the most characters that stand in them together, as in the window. */
const MOST_SEGMENTS = 4;
const MOST_LETTERS = 32;
/** The most radio buttons below each other. */
const MOST_RADIOS = 6;
/** The most choices that a menu of the browser's own lists; more are found by typing. */
const MOST_LISTED = 24;

export function editor(port, desk) {
  const choices = port.choices ?? [];
  const names = choices.map((choice, i) => port.names?.[i] ?? String(choice));
  const display = displayed(port, names);
  if (display === "menu" && names.length > MOST_LISTED) {
    return found(port, desk, choices, names);
  }
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

/** A field that finds one of many by any part of its name; what is left there without being one of them is taken back. */
function found(port, desk, choices, names) {
  const field = h("input", { id: desk.id, class: "input", type: "text", placeholder: `Find one of ${figure(names.length)}`, autocomplete: "off", "aria-describedby": desk.note, dir: "auto" });
  let chosen = -1;
  const isTyped = () => field.value !== (names[chosen] ?? "");
  const finds = finder(field, `${port.label}, choices`, names.map((name, value) => ({ value, name })), {
    part: () => (isTyped() ? field.value : ""),
    marks: (values, words) => (words === "" ? values.indexOf(chosen) : 0),
    pick: choose,
  });
  function hold(i) {
    chosen = i;
    field.value = names[i] ?? "";
  }
  function choose(i) {
    const isNew = i !== chosen;
    hold(i);
    finds.close();
    if (isNew) {
      desk.changed();
    }
  }
  function leave() {
    const words = field.value.trim().toLowerCase();
    const same = isTyped() ? names.findIndex((name) => name.toLowerCase() === words) : chosen;
    choose(words === "" && !port.required ? -1 : same < 0 ? chosen : same);
  }
  field.addEventListener("input", finds.open);
  field.addEventListener("click", finds.open);
  field.addEventListener("focus", () => field.select());
  field.addEventListener("blur", leave);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || finds.key(event)) {
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      leave();
      desk.submit();
    } else if (event.key === "Escape" && isTyped()) {
      event.stopPropagation();
      hold(chosen);
    }
  });
  return {
    element: h("div", { class: "finder" }, field, finds.list),
    value: () => (chosen < 0 ? undefined : choices[chosen]),
    show: (value) => hold(choices.indexOf(value)),
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
