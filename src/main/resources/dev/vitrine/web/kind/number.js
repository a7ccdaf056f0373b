// A number with its unit; a seed has a dice.
import { figure, h, tool } from "../dom.js";

export function editor(port, desk) {
  const field = h("input", { id: desk.id, class: "input number", type: "number", min: port.min, max: port.max, step: port.step ?? "any", inputmode: "decimal", "aria-describedby": desk.note });
  field.addEventListener("input", desk.changed);
  field.addEventListener("keydown", (event) => event.key === "Enter" && desk.submit());
  const dice = port.dice
    ? tool("Roll", () => {
        const least = port.min ?? 0;
        const most = port.max ?? 2 ** 32 - 1;
        const step = port.step ?? 1;
        field.value = least + step * Math.floor(Math.random() * ((most - least) / step + 1));
        desk.changed();
      }, { "aria-label": `Roll another ${port.label}` })
    : null;
  return {
    element: h("div", { class: "number-row" }, field, port.unit && h("span", { class: "unit" }, port.unit), dice),
    // a browser hides what is no number; what it hides is sent as text, so that the endpoint says so
    value: () => (field.validity.badInput ? "?" : field.value === "" ? undefined : Number(field.value)),
    show: (value) => (field.value = value ?? ""),
  };
}

export function viewer(port) {
  const number = h("span", { class: "number-answer" }, "–");
  return {
    element: h("p", { class: "number-line" }, number, port.unit && h("span", { class: "unit" }, port.unit)),
    text: String,
    show: (value) => (number.textContent = value === undefined ? "–" : figure(value, port.decimals)),
  };
}
