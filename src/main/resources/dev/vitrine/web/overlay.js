// A picture with something drawn over it, in the picture's own pixels.
import { h, svg } from "./dom.js";
import { picture, source } from "./media.js";

/** How many colours the style sheet has for classes. */
const COLOURS = 8;

/** Colours of classes: by their place among the port's own, then as they come. */
export function palette(port) {
  const known = new Map();
  const of = (label) => {
    if (!known.has(label)) {
      known.set(label, known.size % COLOURS);
    }
    return known.get(label);
  };
  (port.labels ?? []).forEach?.(of);
  return of;
}

/** The name of the input whose picture (or sound) an output lies on: the one it says, else the only one. */
export function under(port, model, kind) {
  const all = model.inputs.filter((one) => one.kind === kind);
  return port.over ?? (all.length === 1 ? all[0].name : null);
}

export class Stage {
  constructor(label) {
    this.image = h("img", { alt: "", draggable: "false" });
    this.layer = svg("svg", { class: "layer", preserveAspectRatio: "xMidYMid meet" });
    this.hint = h("p", { class: "hint" }, "Nothing yet");
    this.element = h("div", { class: "medium is-empty", role: "img", "aria-label": `${label}, empty` }, this.image, this.layer, this.hint);
    this.label = label;
    this.turn = 0;
  }

  /** Shows a picture; null takes it away. @returns its size */
  async ground(value) {
    const mine = ++this.turn;
    if (value === null || value === undefined) {
      this.element.classList.add("is-empty");
      this.image.removeAttribute("src");
      return null;
    }
    if (this.image.src !== source(value)) {
      const loaded = await picture(value);
      if (mine !== this.turn) {
        return null;
      }
      this.image.src = loaded === null ? "" : loaded.src;
      this.size = loaded === null ? null : { width: loaded.naturalWidth, height: loaded.naturalHeight };
    }
    this.element.classList.remove("is-empty");
    this.element.classList.toggle("is-tiny", this.size !== null && Math.max(this.size.width, this.size.height) <= 96);
    return this.size;
  }

  /** Draws over an area of this many pixels. */
  draw(width, height, shapes, words) {
    this.layer.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.layer.replaceChildren(...shapes);
    this.element.setAttribute("aria-label", `${this.label}, ${words}`);
  }

  clear() {
    this.turn += 1;
    this.layer.replaceChildren();
    this.element.classList.add("is-empty");
    this.element.setAttribute("aria-label", `${this.label}, empty`);
    this.image.removeAttribute("src");
  }

  /** What is seen, as a PNG of the picture's size. */
  async file(overlays = []) {
    const canvas = h("canvas", { width: this.size.width, height: this.size.height });
    const pen = canvas.getContext("2d");
    pen.drawImage(this.image, 0, 0);
    overlays.forEach((paint) => paint(pen));
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }
}

/** A slider beside a picture. */
export function knob(label, { min, max, step, value }, heard) {
  const input = h("input", { type: "range", min, max, step, value, "aria-label": label });
  input.addEventListener("input", () => heard(Number(input.value)));
  return h("label", { class: "knob" }, label, input);
}
