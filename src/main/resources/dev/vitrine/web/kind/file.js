// A file of any type: opened, dropped or pasted, and saved under its own name.
import { copy, h, tool } from "../dom.js";
import { blobOf, dataUri, pick, receive } from "../media.js";

export function editor(port, desk) {
  const accept = (port.types ?? []).join(",");
  const plate = new Plate();
  const hint = h("p", { class: "hint" }, `Drop or paste a file here${accept === "" ? "" : `: ${port.types.join(", ")}`}`);
  const element = h("div", { id: desk.id, class: "file-drop is-empty", tabindex: 0, role: "group", "aria-label": port.label, "aria-describedby": desk.note }, plate.element, hint);
  let value;
  const show = (next) => {
    value = next;
    plate.show(next);
    element.classList.toggle("is-empty", next === undefined);
    desk.aside(next === undefined ? "" : size(next));
  };
  const take = async (file) => {
    const most = port.maxBytes ?? MOST;
    if (file.size > most) {
      desk.complain(`'${file.name}' has ${words(file.size)}; give a file of at most ${words(most)}.`);
      return;
    }
    try {
      show(await named(file));
      desk.changed();
    } catch (error) {
      desk.complain(error.message);
    }
  };
  const clear = () => {
    show(undefined);
    desk.changed();
  };
  const open = () => pick(accept, null, take);
  receive(element, ["*/*"], take);
  element.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      open();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      clear();
    }
  });
  return {
    element: h("div", { class: "stack" }, element, h("div", { class: "tools" }, tool("Open…", open), tool("Clear", clear, { "aria-label": `Clear ${port.label}` }))),
    value: () => value,
    show,
  };
}

export function viewer(port, desk) {
  const plate = new Plate();
  const element = h("div", { class: "file-drop is-empty", tabindex: 0, role: "group", "aria-label": port.label }, plate.element);
  let now;
  return {
    element,
    copies: false,
    tools: [tool("Copy name", () => now !== undefined && copy(name(now)), { "aria-label": `Copy name of ${port.label}` })],
    file: blobOf,
    name,
    show(value) {
      now = value;
      plate.show(value);
      element.classList.toggle("is-empty", value === undefined);
      desk.caption(value === undefined ? "" : size(value));
    },
  };
}

/** How many bytes a file may have where the port sets no bound. */
export const MOST = 100_000_000;

/** A file at a glance: its name and its media type. */
class Plate {
  constructor() {
    this.name = h("span", { class: "file-name", dir: "auto" });
    this.type = h("span", { class: "file-type" });
    this.element = h("div", { class: "file-plate" }, this.name, this.type);
  }

  show(value) {
    this.name.textContent = value === undefined ? "" : name(value);
    this.type.textContent = value === undefined ? "" : head(value)[0];
  }
}

/** The words before a data URI's content. */
function head(uri) {
  return uri.slice("data:".length, uri.indexOf(",")).split(";");
}

/** A file as the endpoint takes it, under a name with folders or without. */
export async function named(file, path = file.name) {
  const uri = await dataUri(file);
  return `data:${file.type || "application/octet-stream"};name=${encodeURIComponent(path)};base64,${uri.slice(uri.indexOf(",") + 1)}`;
}

/** What a file is called, with its folders where it has any. */
export function name(uri) {
  const word = head(uri).find((one) => one.startsWith("name="));
  try {
    return word === undefined ? "file" : decodeURIComponent(word.slice("name=".length));
  } catch {
    return word.slice("name=".length);
  }
}

function size(uri) {
  return words(length(uri));
}

/** How many bytes a file has. */
export function length(uri) {
  const data = uri.slice(uri.indexOf(",") + 1);
  return (data.length / 4) * 3 - (data.endsWith("==") ? 2 : data.endsWith("=") ? 1 : 0);
}

/** A size as the window writes it. */
export function words(bytes) {
  if (bytes < 1000) {
    return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  }
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
