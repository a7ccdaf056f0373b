// Boxes and points drawn by hand: a drag draws a box, moves it, or moves its corner; a press picks a point.
import { counted, h, svg, tool } from "./dom.js";
import { palette } from "./overlay.js";
import { Pad } from "./pad.js";

/** How near a press has to be to a point or a corner, in pixels of the screen. */
const REACH = 10;
/** A drag that is shorter is a slip of the hand. */
const SLIP = 4;
const FAR = 10;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const tenth = (pixels) => Math.round(pixels * 10) / 10;
const isPoint = (box) => box.width === 0 && box.height === 0;
const place = (box) => `x ${Math.round(box.x)}, y ${Math.round(box.y)}${isPoint(box) ? "" : `, ${Math.round(box.width)} × ${Math.round(box.height)}`}`;
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

export class BoxPad extends Pad {
  constructor(port, desk) {
    super(port, desk);
    this.boxes = [];
    this.chosen = -1;
    this.picksBoxes = port.pick !== "points";
    this.picksPoints = port.pick === "points" || port.pick === "both";
    this.colour = palette(port);
    this.labels = Array.isArray(port.labels) ? port.labels : [];
    this.list = h("ul", { class: "box-list", "aria-label": `${port.label}, list` });
    this.label = h("select", { class: "input", "aria-label": "Label of the box" }, this.labels.map((name) => h("option", {}, name)));
    this.label.addEventListener("change", () => this.change((box) => ({ ...box, label: this.label.value })));
    this.add = tool(this.picksBoxes ? "Add box" : "Add point", () => this.place(this.middle()));
    this.remove = tool("Remove", () => this.drop(), { "aria-label": "Remove the chosen one" });
    this.surface.addEventListener("keydown", (event) => this.key(event));
    this.element = h("div", { class: "image-editor" }, this.surface, h("div", { class: "tools" }, this.labels.length > 0 && this.label, this.add, this.remove), this.list, this.fold);
    this.draw();
  }

  take(value) {
    this.boxes = Array.isArray(value?.boxes) ? value.boxes : [];
    this.chosen = -1;
    this.draw();
  }

  made() {
    return this.boxes.length === 0 ? undefined : { boxes: this.boxes };
  }

  /** The picture's size, or that of what the boxes cover where there is none; null where nothing can be drawn. */
  size() {
    if (this.picture || this.boxes.length === 0) {
      return this.picture ?? null;
    }
    return { width: 1.1 * Math.max(1, ...this.boxes.map((box) => box.x + box.width)), height: 1.1 * Math.max(1, ...this.boxes.map((box) => box.y + box.height)) };
  }

  begin(at) {
    const corner = this.corner(at);
    if (corner === null) {
      this.chosen = this.under(at);
    }
    const box = this.boxes[this.chosen];
    this.drag = { from: at, corner, start: box ?? null, frame: box ?? null };
    if (!box && !this.picksBoxes) {
      this.drag.start = { x: at.x, y: at.y, width: 0, height: 0 };
      this.drag.frame = this.inside(this.drag.start);
    }
    this.draw();
  }

  move(at) {
    const { from, corner, start } = this.drag;
    if (corner !== null) {
      this.drag.frame = this.between(corner, at);
    } else if (start !== null) {
      this.drag.frame = this.inside({ ...start, x: start.x + at.x - from.x, y: start.y + at.y - from.y });
    } else {
      this.drag.frame = this.between(from, at);
    }
    this.drag.to = at;
  }

  moved() {
    this.draw();
  }

  end(isKept) {
    const { from, to, start, frame } = this.drag;
    this.drag = undefined;
    const isSlip = to === undefined || Math.hypot(to.x - from.x, to.y - from.y) < SLIP * this.unit();
    if (!isKept || (isSlip && this.chosen >= 0)) {
      this.draw();
    } else if (start === null && isSlip) {
      if (this.picksPoints) {
        this.place(this.inside({ x: from.x, y: from.y, width: 0, height: 0 }));
      } else {
        this.draw();
      }
    } else {
      this.place(frame);
    }
  }

  /** The corner opposite to one of the chosen box that is near; null where none is. */
  corner(at) {
    const box = this.boxes[this.chosen];
    if (!box || isPoint(box)) {
      return null;
    }
    const reach = REACH * this.unit();
    const sides = [
      [box.x, box.x + box.width],
      [box.y, box.y + box.height],
    ];
    const near = sides.map((ends, i) => ends.findIndex((end) => Math.abs(end - (i === 0 ? at.x : at.y)) <= reach));
    return near.includes(-1) ? null : { x: sides[0][1 - near[0]], y: sides[1][1 - near[1]] };
  }

  /** The smallest box at a place; -1 for none. */
  under(at) {
    const touches = (box) => {
      const reach = isPoint(box) ? REACH * this.unit() : 0;
      return at.x >= box.x - reach && at.x <= box.x + box.width + reach && at.y >= box.y - reach && at.y <= box.y + box.height + reach;
    };
    const area = (i) => this.boxes[i].width * this.boxes[i].height;
    return this.boxes.map((_, i) => i).filter((i) => touches(this.boxes[i])).reduce((best, i) => (best < 0 || area(i) < area(best) ? i : best), -1);
  }

  between(one, other) {
    const { width, height } = this.size();
    const [left, right] = [one.x, other.x].map((x) => clamp(x, 0, width)).sort((a, b) => a - b);
    const [top, bottom] = [one.y, other.y].map((y) => clamp(y, 0, height)).sort((a, b) => a - b);
    return { x: left, y: top, width: right - left, height: bottom - top };
  }

  inside(frame) {
    const { width, height } = this.size();
    return { ...frame, x: clamp(frame.x, 0, Math.max(0, width - frame.width)), y: clamp(frame.y, 0, Math.max(0, height - frame.height)) };
  }

  middle() {
    this.chosen = -1;
    const { width, height } = this.size();
    const [across, down] = this.picksBoxes ? [Math.ceil(width / 2), Math.ceil(height / 2)] : [0, 0];
    return { x: Math.floor((width - across) / 2), y: Math.floor((height - down) / 2), width: across, height: down };
  }

  /** Puts the chosen box there, or a new one where none is chosen. */
  place(frame) {
    const at = { x: tenth(frame.x), y: tenth(frame.y), width: tenth(frame.width), height: tenth(frame.height) };
    if (this.chosen >= 0) {
      this.change((box) => elsewhere(box, at));
    } else {
      this.boxes = [...this.boxes, { label: this.labels.length > 0 ? this.label.value : "", ...at }];
      this.chosen = this.boxes.length - 1;
      this.drawn();
      this.draw();
    }
  }

  change(to) {
    if (this.chosen >= 0) {
      this.boxes = this.boxes.map((box, i) => (i === this.chosen ? to(box) : box));
      this.drawn();
      this.draw();
    }
  }

  drop() {
    if (this.chosen >= 0) {
      this.boxes = this.boxes.filter((_, i) => i !== this.chosen);
      this.chosen = Math.min(this.chosen, this.boxes.length - 1);
      this.drawn();
      this.draw();
    }
  }

  choose(index) {
    this.chosen = index;
    this.draw();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey) {
      return;
    }
    const count = this.boxes.length;
    const does = {
      n: () => this.size() !== null && this.place(this.middle()),
      Delete: () => this.drop(),
      PageDown: () => count > 0 && this.choose((this.chosen + 1) % count),
      PageUp: () => count > 0 && this.choose((this.chosen <= 0 ? count : this.chosen) - 1),
      Escape: this.chosen < 0 ? undefined : () => this.choose(-1),
    };
    does.Insert = does.n;
    does.Backspace = does.Delete;
    const step = this.chosen < 0 ? undefined : STEPS[event.key];
    const act = step ? () => this.nudge(step, event) : does[event.key];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

  /** Moves the chosen box by a key, with Shift farther, with Alt its lower right corner. */
  nudge([across, down], { shiftKey, altKey }) {
    const by = shiftKey ? FAR : 1;
    const box = this.boxes[this.chosen];
    this.place(
      altKey && !isPoint(box)
        ? this.between(box, { x: Math.max(box.x, box.x + box.width + by * across), y: Math.max(box.y, box.y + box.height + by * down) })
        : this.inside({ ...box, x: box.x + by * across, y: box.y + by * down }),
    );
  }

  draw() {
    const size = this.size();
    const shown = this.drag?.frame ? this.dragged() : this.boxes;
    const chosen = this.drag?.frame && this.chosen < 0 ? shown.length - 1 : this.chosen;
    this.surface.classList.toggle("is-empty", size === null);
    const count = shown.every(isPoint) ? counted(shown.length, "point") : counted(shown.length, "box", "boxes");
    const where = shown[chosen] ? place(shown[chosen]) : "";
    if (size !== null) {
      this.stage.layer.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
      const unit = this.unit();
      this.stage.draw(size.width, size.height, shown.flatMap((box, i) => this.shapes(box, i === chosen, unit)), "");
    } else {
      this.stage.layer.replaceChildren();
    }
    const one = shown[chosen] ? `, number ${chosen + 1} ${shown[chosen].label ?? ""}, ${where}` : "";
    this.surface.setAttribute("aria-label", `${this.port.label}, ${shown.length === 0 ? "empty" : count + one}`);
    this.desk.aside([shown.length > 0 && count, where].filter(Boolean).join(" · "));
    this.add.disabled = size === null;
    this.remove.disabled = this.chosen < 0;
    if (this.labels.includes(shown[chosen]?.label)) {
      this.label.value = shown[chosen].label;
    }
    if (!this.drag) {
      this.rows();
    }
  }

  dragged() {
    const { frame } = this.drag;
    return this.chosen < 0 ? [...this.boxes, { label: this.label.value, ...frame }] : this.boxes.map((box, i) => (i === this.chosen ? elsewhere(box, frame) : box));
  }

  shapes(box, isChosen, unit) {
    const dress = { class: `box colour-${this.colour(box.label ?? "")}${isChosen ? " is-chosen" : ""}`, "stroke-width": (isChosen ? 3 : 2) * unit };
    if (isPoint(box)) {
      return [svg("g", dress, svg("circle", { cx: box.x, cy: box.y, r: (isChosen ? 7 : 5) * unit }))];
    }
    const grips = isChosen ? [0, 1].flatMap((i) => [0, 1].map((j) => svg("circle", { class: "grip", cx: box.x + i * box.width, cy: box.y + j * box.height, r: 5 * unit }))) : [];
    return [svg("g", dress, svg("rect", { x: box.x, y: box.y, width: box.width, height: box.height, rx: 2 * unit }), grips)];
  }

  rows() {
    this.list.hidden = this.boxes.length === 0;
    const row = (box, i) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", class: "box-row", "aria-pressed": String(i === this.chosen), onclick: () => this.pick(i) },
          h("span", { class: `box-mark colour-${this.colour(box.label ?? "")}`, "aria-hidden": "true" }),
          h("span", { class: "box-name" }, box.label || `${isPoint(box) ? "Point" : "Box"} ${i + 1}`),
          h("span", { class: "box-place" }, place(box)),
        ),
      );
    this.list.replaceChildren(...this.boxes.map(row));
  }

  pick(index) {
    this.choose(index === this.chosen ? -1 : index);
    this.surface.focus({ preventScroll: true });
  }
}

/** A box elsewhere, with its points where they are on it. */
function elsewhere(box, at) {
  const { x, y, width, height } = at;
  if (!box.points) {
    return { ...box, x, y, width, height };
  }
  const across = box.width > 0 ? width / box.width : 1;
  const down = box.height > 0 ? height / box.height : 1;
  return { ...box, x, y, width, height, points: box.points.map((point) => ({ ...point, x: x + (point.x - box.x) * across, y: y + (point.y - box.y) * down })) };
}
