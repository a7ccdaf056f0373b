// The inputs of a demo: a field for each port, made by its kind, with what is wrong below it.
import { freshId, h } from "./dom.js";
import { Undo } from "./undo.js";

/** The face of a kind: `editor(port, desk)` and `viewer(port, desk)`. */
export function face(kind) {
  return import(`./kind/${kind}.js`);
}

/** What may be kept or passed on: all values but those of secret ports. */
export function withoutSecrets(ports, values) {
  const secret = new Set(ports.filter((port) => port.secret).map((port) => port.name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name)));
}

export class Form {
  /** @param desk is told that something `changed`, and that it is to `submit` */
  constructor(model, desk) {
    this.model = model;
    this.ports = model.inputs;
    this.desk = desk;
    this.fields = new Map();
    this.undo = new Undo({});
    this.element = h("section", { class: "panel inputs", "aria-label": "Inputs" });
  }

  async load() {
    const faces = await Promise.all(this.ports.map((port) => face(port.kind)));
    this.ports.forEach((port, i) => this.fields.set(port.name, new Field(port, faces[i], this.deskOf(port))));
    const plain = this.ports.filter((port) => !port.advanced);
    const folded = this.ports.filter((port) => port.advanced);
    this.element.append(
      ...(this.ports.length === 0 ? [h("p", { class: "empty" }, "This demo takes no inputs; press Run.")] : []),
      ...groups(plain).map(([group, ports]) => this.group(group, ports)),
      ...(folded.length === 0 ? [] : [h("details", { class: "fold" }, h("summary", {}, "More settings"), folded.map((port) => this.fields.get(port.name).element))]),
    );
    this.fill({});
    this.undo.restart(this.values());
  }

  /** What the editor of a port sees of the others, and whom it tells. */
  deskOf(port) {
    return { ...this.desk, model: this.model, input: (name) => this.fields.get(name)?.face.value(), changed: () => this.changed(port.name), stepped: () => this.changed(null) };
  }

  /** Lets those that lie over another's picture look at it again. */
  beside() {
    this.fields.forEach((field) => field.face.beside?.());
  }

  /** @param name of the port of which quick changes are one; null for a change of its own */
  changed(name) {
    this.beside();
    this.undo.take(this.values(), name);
    this.desk.changed();
  }

  group(name, ports) {
    const fields = ports.map((port) => this.fields.get(port.name).element);
    return name === "" ? h("div", { class: "fields" }, fields) : h("fieldset", { class: "fields" }, h("legend", { class: "section" }, name), fields);
  }

  /** Shows these inputs; the others go back to their defaults. */
  fill(inputs) {
    for (const port of this.ports) {
      this.fields.get(port.name).show(inputs[port.name] ?? port.default);
    }
    this.beside();
    this.undo.take(this.values(), null);
  }

  /** Shows what was before, or `forth` what was undone. @returns whether there was any */
  back(isForth) {
    const before = this.values();
    const state = isForth ? this.undo.forth() : this.undo.back();
    if (state === undefined) {
      return false;
    }
    for (const [name, field] of this.fields) {
      if (JSON.stringify(before[name]) !== JSON.stringify(state[name])) {
        field.show(state[name]);
      }
    }
    this.beside();
    return true;
  }

  /** What is set, by port. */
  values() {
    const all = {};
    for (const [name, field] of this.fields) {
      const value = field.face.value();
      if (value !== undefined) {
        all[name] = value;
      }
    }
    return all;
  }

  /** Inputs that were kept, with the secrets that stand in their fields. */
  withSecrets(inputs) {
    const now = this.values();
    return { ...Object.fromEntries(this.ports.filter((port) => port.secret && now[port.name] !== undefined).map((port) => [port.name, now[port.name]])), ...inputs };
  }

  /** What differs from these inputs, where they say nothing from the defaults. */
  changes(base) {
    const before = (name) => base[name] ?? this.ports.find((port) => port.name === name).default;
    return Object.fromEntries(Object.entries(this.values()).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before(name))));
  }

  isComplete() {
    const values = this.values();
    return this.ports.every((port) => !port.required || values[port.name] !== undefined);
  }

  clearErrors() {
    this.fields.forEach((field) => field.complain(null));
  }

  /** Shows sentences under their fields, moves to the first, and gives back those that belong to none. */
  showErrors(byPort) {
    const rest = [];
    let first = null;
    for (const [name, sentences] of byPort) {
      const field = this.fields.get(name);
      if (field) {
        field.complain(sentences.join(" "));
        first ??= field;
      } else {
        rest.push(...sentences);
      }
    }
    if (first) {
      first.element.closest("details")?.setAttribute("open", "");
      first.element.scrollIntoView({ block: "nearest" });
    }
    return rest;
  }

  close() {
    this.fields.forEach((field) => field.face.close?.());
  }
}

function groups(ports) {
  const all = new Map();
  for (const port of ports) {
    const group = port.group ?? "";
    all.set(group, [...(all.get(group) ?? []), port]);
  }
  return [...all];
}

class Field {
  constructor(port, kind, desk) {
    this.port = port;
    const id = freshId("field");
    this.note = h("p", { class: "note", id: `${id}-note` }, port.help);
    this.aside = h("span", { class: "caption" });
    this.face = kind.editor(port, {
      id,
      note: `${id}-note`,
      label: `${id}-label`,
      changed: desk.changed,
      stepped: desk.stepped,
      submit: desk.submit,
      model: desk.model,
      input: desk.input,
      aside: (words) => (this.aside.textContent = words),
      complain: (sentence) => this.complain(sentence),
    });
    // what is no single control is labelled as a group
    const single = this.face.element.id === id || this.face.element.querySelector(`#${id}`);
    this.element = h(
      "div",
      { class: `field kind-${port.kind}`, "data-port": port.name },
      h(
        "div",
        { class: "field-head" },
        h(single ? "label" : "span", { class: "field-label", id: `${id}-label`, for: single ? id : null }, port.label),
        !port.required && port.default === undefined && h("span", { class: "caption" }, "optional"),
        this.aside,
      ),
      this.face.element,
      this.note,
    );
    if (!single) {
      this.face.element.setAttribute("role", this.face.element.getAttribute("role") ?? "group");
      this.face.element.setAttribute("aria-labelledby", `${id}-label`);
      this.face.element.setAttribute("aria-describedby", `${id}-note`);
    }
  }

  show(value) {
    this.face.show(value);
  }

  complain(sentence) {
    this.note.textContent = sentence ?? this.port.help;
    this.element.classList.toggle("invalid", sentence !== null);
    this.element.querySelectorAll("input, textarea, select").forEach((control) => {
      if (sentence === null) {
        control.removeAttribute("aria-invalid");
      } else {
        control.setAttribute("aria-invalid", "true");
      }
    });
    this.note.setAttribute("role", sentence === null ? "none" : "alert");
  }
}
