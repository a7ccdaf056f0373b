// A number between two ends, with a field for the exact one.
import { h } from "../dom.js";
import { exact, stop } from "../steps.js";
export { viewer } from "./number.js";

export function editor(port, desk) {
  const step = port.step ?? "any";
  const range = h("input", { id: desk.id, type: "range", min: port.min, max: port.max, step: stop(port), "aria-describedby": desk.note });
  const field = h("input", { class: "input exact", type: "number", min: port.min, max: port.max, step, inputmode: "decimal", "aria-label": `${port.label}, exactly` });
  const paint = () => range.style.setProperty("--part", `${(100 * (Number(range.value) - port.min)) / (port.max - port.min)}%`);
  let isSet = false;
  range.addEventListener("input", () => {
    isSet = true;
    field.value = exact(port, range.value);
    paint();
    desk.changed();
  });
  field.addEventListener("input", () => {
    isSet = field.value !== "";
    range.value = field.value;
    paint();
    desk.changed();
  });
  field.addEventListener("keydown", (event) => event.key === "Enter" && desk.submit());
  return {
    element: h("div", { class: "slider-row" }, range, field, port.unit && h("span", { class: "unit" }, port.unit)),
    value: () => (isSet ? Number(field.value) : undefined),
    show(value) {
      isSet = value !== undefined;
      range.value = value ?? (port.min + port.max) / 2;
      field.value = value === undefined ? "" : exact(port, value);
      paint();
    },
  };
}
