// Text, in a line or an area.
import { figure, h } from "../dom.js";

export function editor(port, desk) {
  const lines = port.lines ?? 1;
  const props = { id: desk.id, class: "input", placeholder: port.placeholder, "aria-describedby": desk.note, autocomplete: "off", dir: "auto" };
  const field = lines > 1 ? h("textarea", { ...props, rows: lines }) : h("input", { ...props, type: "text" });
  const count = () => desk.aside(port.maxLength === undefined || field.value === "" ? "" : `${figure([...field.value].length)} / ${figure(port.maxLength)}`);
  field.addEventListener("input", () => {
    count();
    desk.changed();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && lines === 1 && !event.isComposing) {
      desk.submit();
    }
  });
  return {
    element: field,
    value: () => (field.value === "" && (port.required || port.default === undefined) ? undefined : field.value),
    show(value = "") {
      field.value = value;
      count();
    },
  };
}

export function viewer(port) {
  const element = h("div", { class: "text-answer", dir: "auto", tabindex: 0, role: "document", "aria-label": port.label });
  element.style.minHeight = `${20 * (port.lines ?? 1) + 16}px`;
  return {
    element,
    text: (value) => value,
    file: (value) => new Blob([value], { type: "text/plain;charset=utf-8" }),
    show(value, isPartial) {
      const atEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 4;
      element.textContent = value ?? "";
      if (isPartial && atEnd) {
        element.scrollTop = element.scrollHeight;
      }
    },
  };
}
