// Yes or no.
import { h } from "../dom.js";

export function editor(port, desk) {
  const box = h("input", { id: desk.id, type: "checkbox", class: "switch", role: "switch", "aria-describedby": desk.note });
  box.addEventListener("change", desk.changed);
  return { element: box, value: () => box.checked, show: (value) => (box.checked = value === true) };
}

export function viewer() {
  const element = h("p", { class: "number-line" }, "–");
  const words = (value) => (value ? "Yes" : "No");
  return { element, text: words, show: (value) => (element.textContent = value === undefined ? "–" : words(value)) };
}
