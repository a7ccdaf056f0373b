// Masks painted by hand over a picture: a brush for each label, and an eraser for all of them.
import { h, svg, tool } from "./dom.js";
import { picture, source } from "./media.js";
import { palette } from "./overlay.js";
import { Pad } from "./pad.js";

/** The brush's radius as a part of the picture's longer side: the least, the most, and at first. */
const LEAST = 0.002;
const MOST = 0.15;
const WIDTH = 0.03;
const GROWS = 1.25;
/** From this opacity on a pixel is painted. */
const HALF = 128;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class MaskPad extends Pad {
  constructor(port, desk) {
    super(port, desk);
    this.colour = palette(port);
    this.labels = Array.isArray(port.labels) ? port.labels : [];
    this.areas = new Map();
    this.extent = null;
    this.erases = false;
    this.turn = 0;
    this.canvas = h("canvas", { class: "layer areas", width: 1, height: 1 });
    this.stage.layer.before(this.canvas);
    this.label = h("select", { class: "input", "aria-label": "Label to paint" }, this.labels.map((name) => h("option", {}, name)));
    const pen = (name, erases) => h("button", { type: "button", class: "segment", "aria-pressed": String(!erases), onclick: () => this.hold(erases) }, name);
    this.pens = [pen("Brush", false), pen("Eraser", true)];
    this.width = h("input", { type: "range", class: "pen-width", min: LEAST, max: MOST, step: 0.001, value: WIDTH, "aria-label": "Brush width" });
    this.wipe = tool("Clear", () => this.clear(), { "aria-label": `Clear ${port.label}` });
    this.surface.addEventListener("keydown", (event) => this.key(event));
    this.surface.addEventListener("pointermove", (event) => this.size() !== null && this.aim(this.at(event)));
    this.surface.addEventListener("pointerleave", () => this.aim(null));
    this.element = h(
      "div",
      { class: "image-editor" },
      this.surface,
      h("div", { class: "tools" }, h("div", { class: "segmented", role: "group", "aria-label": "Paint with" }, this.pens), this.width, this.labels.length > 0 && this.label, this.wipe),
      this.fold,
    );
    this.draw();
  }

  async take(value) {
    const mine = ++this.turn;
    const segments = Array.isArray(value?.segments) ? value.segments : [];
    const read = await Promise.all(segments.map(async ({ label, mask }) => [label ?? "", typeof mask === "string" ? await picture(source(mask)) : null]));
    if (mine !== this.turn) {
      return;
    }
    this.areas = new Map();
    this.extent = value?.width > 0 && value?.height > 0 ? { width: value.width, height: value.height } : null;
    for (const [label, image] of read) {
      if (image !== null && this.extent !== null) {
        light(this.area(label), image);
      }
    }
    this.draw();
  }

  made() {
    if (this.areas.size === 0) {
      return undefined;
    }
    this.segments ??= [...this.areas].map(([label, area]) => ({ label, mask: mask(area) }));
    return { ...this.extent, segments: this.segments };
  }

  size() {
    return this.picture ?? this.extent;
  }

  hold(erases) {
    this.erases = erases;
    this.pens.forEach((button, i) => button.setAttribute("aria-pressed", String((i === 1) === erases)));
  }

  radius() {
    const { width, height } = this.size();
    return Number(this.width.value) * Math.max(width, height);
  }

  /** The canvas of a label, which has its colour where it is and nothing elsewhere. */
  area(label) {
    if (!this.areas.has(label)) {
      const canvas = h("canvas", this.extent);
      // is read after each stroke
      canvas.getContext("2d", { willReadFrequently: true });
      this.areas.set(label, canvas);
    }
    return this.areas.get(label);
  }

  begin(at, event) {
    // a mask of another picture's size is of no use on this one
    const { width, height } = this.size();
    if (this.extent?.width !== width || this.extent?.height !== height) {
      this.areas = new Map();
      this.extent = { width, height };
      this.draw();
    }
    this.turn += 1;
    this.strokeErases = this.erases || event?.buttons === 32;
    this.last = at;
    this.move(at);
  }

  /** Paints the way since the last place, on what is seen as well: all of it is laid together at the end only. */
  move(at) {
    const label = this.labels.length > 0 ? this.label.value : "";
    const areas = this.strokeErases ? [...this.areas.values()] : [this.area(label)];
    for (const canvas of [...areas, this.canvas]) {
      const pen = canvas.getContext("2d");
      pen.globalCompositeOperation = this.strokeErases ? "destination-out" : "source-over";
      pen.strokeStyle = ink(this.colour(label));
      pen.lineCap = "round";
      pen.lineWidth = 2 * this.radius();
      pen.beginPath();
      pen.moveTo(this.last.x, this.last.y);
      pen.lineTo(at.x + 0.01, at.y);
      pen.stroke();
    }
    this.last = at;
  }

  moved() {
    this.ring();
  }

  end() {
    for (const [label, area] of this.areas) {
      if (!settle(area)) {
        this.areas.delete(label);
      }
    }
    this.segments = undefined;
    this.drawn();
    this.draw();
  }

  clear() {
    this.turn += 1;
    this.areas = new Map();
    this.segments = undefined;
    this.drawn();
    this.draw();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || this.size() === null) {
      return;
    }
    const { width, height } = this.size();
    const aim = this.aimed ?? { x: width / 2, y: height / 2 };
    const step = STEPS[event.key];
    const grow = (by) => (this.width.value = Number(this.width.value) * by);
    const does = {
      " ": () => {
        this.begin(aim);
        this.end();
      },
      e: () => this.hold(!this.erases),
      "[": () => grow(1 / GROWS),
      "]": () => grow(GROWS),
      Delete: () => this.clear(),
    };
    const by = Math.max(1, this.radius() / (event.shiftKey ? 0.5 : 4));
    const act = step ? () => this.aim({ x: Math.min(Math.max(aim.x + by * step[0], 0), width), y: Math.min(Math.max(aim.y + by * step[1], 0), height) }) : does[event.key];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
    this.aim(this.aimed ?? null);
  }

  /** Shows where the brush is. */
  aim(at) {
    this.aimed = at ?? undefined;
    this.ring();
  }

  ring() {
    const unit = this.unit();
    this.stage.layer.replaceChildren(...(this.aimed ? [svg("circle", { class: "brush-ring", cx: this.aimed.x, cy: this.aimed.y, r: this.radius(), "stroke-width": 1.5 * unit })] : []));
  }

  draw() {
    const size = this.size();
    this.surface.classList.toggle("is-empty", size === null);
    this.wipe.disabled = this.areas.size === 0;
    this.surface.setAttribute("aria-label", `${this.port.label}, ${this.areas.size === 0 ? "empty" : `${this.areas.size} painted`}`);
    const { width, height } = this.extent ?? size ?? { width: 1, height: 1 };
    this.canvas.width = width;
    this.canvas.height = height;
    const pen = this.canvas.getContext("2d");
    for (const [label, area] of this.areas) {
      pen.drawImage(filled(area, ink(this.colour(label))), 0, 0);
    }
    if (size !== null) {
      this.stage.layer.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
      this.ring();
    } else {
      this.stage.layer.replaceChildren();
    }
  }
}

/** Takes over what is light in a picture of a mask. */
function light(area, image) {
  const pen = area.getContext("2d");
  pen.drawImage(image, 0, 0, area.width, area.height);
  const pixels = pen.getImageData(0, 0, area.width, area.height);
  for (let i = 0; i < pixels.data.length; i += 4) {
    pixels.data[i + 3] = pixels.data[i];
  }
  pen.putImageData(pixels, 0, 0);
}

/** Makes each pixel belong to an area or not, as a mask has it. @returns whether any does */
function settle(area) {
  const pen = area.getContext("2d");
  const pixels = pen.getImageData(0, 0, area.width, area.height);
  let isAny = false;
  for (let i = 3; i < pixels.data.length; i += 4) {
    const isIn = pixels.data[i] >= HALF;
    pixels.data[i] = isIn ? 255 : 0;
    isAny ||= isIn;
  }
  pen.putImageData(pixels, 0, 0);
  return isAny;
}

/** An area in one colour on nothing. */
function filled(area, colour) {
  const canvas = h("canvas", { width: area.width, height: area.height });
  const pen = canvas.getContext("2d");
  pen.drawImage(area, 0, 0);
  pen.globalCompositeOperation = "source-in";
  pen.fillStyle = colour;
  pen.fillRect(0, 0, area.width, area.height);
  return canvas;
}

/** A colour of the style sheet. */
function ink(colour) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--box-${colour}`).trim();
}

/** A picture of an area, white on black. */
function mask(area) {
  const canvas = filled(area, "#fff");
  const pen = canvas.getContext("2d");
  pen.globalCompositeOperation = "destination-over";
  pen.fillStyle = "#000";
  pen.fillRect(0, 0, area.width, area.height);
  return canvas.toDataURL("image/png");
}
