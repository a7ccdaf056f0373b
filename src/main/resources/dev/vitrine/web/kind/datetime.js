// A date, a moment or a time of day, in the browser's own fields; sent as RFC 3339 writes it.
import { h, tool } from "../dom.js";

const TYPES = { date: "date", time: "time", "date-time": "datetime-local" };

export function editor(port, desk) {
  const format = port.format ?? "date-time";
  const bound = (text) => text && local(text, format);
  const field = h("input", { id: desk.id, class: "input when", type: TYPES[format], min: bound(port.min), max: bound(port.max) ?? (format === "time" ? undefined : bound("9999-12-31T23:59:59")), "aria-describedby": desk.note });
  let given;
  function fill(text) {
    // seconds are seen where there are any
    field.step = /:\d\d:(?!00(\.0*)?$)/.test(text) ? "any" : "60";
    field.value = text;
    say();
  }
  const say = () => desk.aside(format === "date-time" && field.value !== "" ? zone(field.value) : "");
  function changed() {
    given = undefined;
    say();
    desk.changed();
  }
  field.addEventListener("input", changed);
  field.addEventListener("keydown", (event) => event.key === "Enter" && desk.submit());
  const now = tool(format === "date" ? "Today" : "Now", () => {
    fill(cut(clock(new Date()), format));
    changed();
  });
  return {
    element: h("div", { class: "stack" }, field, h("div", { class: "tools" }, now)),
    value() {
      if (given !== undefined) {
        return given;
      }
      // a browser hides what is no date; what it hides is sent as text, so that the endpoint says so
      return field.validity.badInput ? "?" : field.value === "" ? undefined : sent(field.value, format);
    },
    show(value) {
      given = value;
      fill(value === undefined ? "" : local(value, format));
    },
  };
}

export function viewer(port, desk) {
  const format = port.format ?? "date-time";
  const element = h("p", { class: "number-line when-answer" }, "–");
  return {
    element,
    text: (value) => value,
    show(value) {
      element.textContent = value === undefined ? "–" : words(value, format);
      element.title = value ?? "";
      desk.caption(value !== undefined && format === "date-time" ? zone(local(value, format)) : "");
    },
  };
}

/** A date with its time as the clock here shows it, in the form of the fields. */
function clock(date) {
  const two = (n) => String(n).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function cut(text, format) {
  return format === "date" ? text.slice(0, 10) : format === "time" ? text.slice(11) : text;
}

/** What RFC 3339 writes, as a field has it: a moment where the browser is. */
function local(text, format) {
  if (format !== "date-time") {
    return format === "date" ? text.slice(0, 10) : text;
  }
  const date = new Date(text.replace(" ", "T"));
  const part = /\.\d+/.exec(text)?.[0] ?? "";
  return Number.isNaN(date.getTime()) ? "" : clock(date) + part.slice(0, 4);
}

function sent(text, format) {
  if (format === "date") {
    return text;
  }
  const whole = /:\d\d:/.test(text) ? text : `${text}:00`;
  return format === "time" ? whole : whole + offset(text);
}

/** How far the clock here is from that of Greenwich, then. */
function offset(text) {
  const minutes = -Math.round(new Date(text).getTimezoneOffset());
  const size = Math.abs(minutes);
  return minutes === 0 ? "Z" : `${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
}

function zone(text) {
  const far = offset(text);
  return far === "Z" ? "UTC" : `UTC${far}`;
}

/** As people where the browser is read it. */
function words(value, format) {
  const date = new Date(format === "date" ? `${value}T00:00` : format === "time" ? `2026-01-01T${value}` : value);
  if (Number.isNaN(date.getTime())) {
    return value;
  }
  const isWhole = date.getSeconds() === 0;
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: isWhole ? "short" : "medium" });
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: format === "date" ? "long" : "medium" });
  return format === "time" ? time.format(date) : format === "date" ? day.format(date) : `${day.format(date)}, ${time.format(date)}`;
}
