// Text, in a line or an area.
import { figure, h } from "../dom.js";

/** A field of dots with a button that shows what they stand for, and hides it again. */
function secret(port, field) {
  const eye = h("button", { type: "button", class: "button", "aria-pressed": "false", "aria-label": `Show ${port.label}`, onclick: () => reveal(field.type === "password") }, "Show");
  const reveal = (isShown) => {
    field.type = isShown ? "text" : "password";
    eye.textContent = isShown ? "Hide" : "Show";
    eye.setAttribute("aria-pressed", String(isShown));
  };
  return { element: h("div", { class: "secret-row" }, field, eye), reveal };
}

export function editor(port, desk) {
  const lines = port.lines ?? 1;
  const props = { id: desk.id, class: "input", placeholder: port.placeholder, "aria-describedby": desk.note, autocomplete: "off", dir: "auto" };
  const field = lines > 1 && !port.secret ? h("textarea", { ...props, rows: lines }) : h("input", { ...props, type: port.secret ? "password" : "text" });
  const hidden = port.secret ? secret(port, field) : null;
  const count = () => desk.aside(port.maxLength === undefined || field.value === "" ? "" : `${figure([...field.value].length)} / ${figure(port.maxLength)}`);
  field.addEventListener("input", () => {
    count();
    desk.changed();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && field.tagName === "INPUT" && !event.isComposing) {
      desk.submit();
    }
  });
  return {
    element: hidden?.element ?? field,
    value: () => (field.value === "" && (port.required || port.default === undefined) ? undefined : field.value),
    show(value = "") {
      field.value = value;
      hidden?.reveal(false);
      count();
    },
  };
}

/** What is secret is copied without being shown. */
function secretViewer(port) {
  const field = h("input", { class: "input", type: "password", readonly: true, "aria-label": port.label, autocomplete: "off" });
  const { element, reveal } = secret(port, field);
  return {
    element,
    text: (value) => value,
    file: (value) => new Blob([value], { type: "text/plain;charset=utf-8" }),
    show(value) {
      field.value = value ?? "";
      reveal(false);
    },
  };
}

export function viewer(port) {
  if (port.secret) {
    return secretViewer(port);
  }
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
