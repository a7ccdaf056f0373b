// A colour, as digits with the browser's own palette beside them.
import { h } from "../dom.js";

export function editor(port, desk) {
  const digits = h("input", { id: desk.id, class: "input", type: "text", placeholder: port.alpha ? "#rrggbbaa" : "#rrggbb", "aria-describedby": desk.note, autocomplete: "off", spellcheck: "false" });
  const palette = h("input", { type: "color", "aria-label": `${port.label}, palette` });
  // the palette knows six digits only
  const paint = () => (palette.value = /^#[0-9a-f]{6}/i.test(digits.value) ? digits.value.slice(0, 7) : "#ffffff");
  digits.addEventListener("input", () => {
    paint();
    desk.changed();
  });
  digits.addEventListener("keydown", (event) => event.key === "Enter" && desk.submit());
  palette.addEventListener("input", () => {
    digits.value = palette.value;
    desk.changed();
  });
  return {
    element: h("div", { class: "colour-row" }, digits, palette),
    value: () => (digits.value === "" ? undefined : digits.value),
    show(value = "") {
      digits.value = value;
      paint();
    },
  };
}

export function viewer() {
  const patch = h("span", { class: "colour-patch none", "aria-hidden": "true" });
  const digits = h("span", { class: "number-answer" }, "–");
  return {
    element: h("p", { class: "number-line" }, patch, digits),
    text: (value) => value,
    show(value) {
      patch.classList.toggle("none", value === undefined);
      patch.style.background = value ?? "";
      digits.textContent = value ?? "–";
    },
  };
}
