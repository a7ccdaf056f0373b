// A sheet of paper to draw on. Its size depends on the port alone, never on the screen, so that the same strokes give
// the same picture everywhere.
import { h } from "./dom.js";
import { picture, source } from "./media.js";

/** The longer side has at least this many pixels: ten for each of MNIST's 28. */
const LEAST = 280;
/** Drawing over a larger picture shrinks it to this, so that the pen stays quick. */
const MOST = 1024;
const INK = "#000000";
const PAPER = "#ffffff";
/** A stroke of MNIST's digits is about this wide. */
const WIDTH = 0.08;

export class Sheet {
  constructor(port, changed) {
    this.port = port;
    this.changed = changed;
    this.ink = port.pen?.ink ?? INK;
    this.paper = port.pen?.paper ?? PAPER;
    this.width = port.pen?.width ?? WIDTH;
    this.erases = false;
    this.strokes = [];
    this.ground = null;
    this.turn = 0;
    this.canvas = h("canvas", { class: "sheet", tabindex: 0, role: "img", "aria-label": `${port.label}, empty sheet` });
    this.pen = this.canvas.getContext("2d");
    this.hint = h("p", { class: "hint" }, "Draw here");
    this.element = h("div", { class: "medium desk" }, this.canvas, this.hint);
    this.size(...(port.tensor?.size ?? [1, 1]).toReversed());
    this.listen();
    this.draw();
  }

  size(width, height) {
    const longer = Math.max(width, height);
    const scale = longer > MOST ? MOST / longer : Math.ceil(LEAST / longer);
    this.canvas.width = Math.max(1, Math.round(width * scale));
    this.canvas.height = Math.max(1, Math.round(height * scale));
  }

  listen() {
    const { canvas } = this;
    let stroke = null;
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) {
        return;
      }
      canvas.setPointerCapture(event.pointerId);
      stroke = { erases: this.erases || event.buttons === 32, width: this.width, points: [this.at(event)] };
      this.strokes.push(stroke);
      this.draw();
      event.preventDefault();
      canvas.focus({ preventScroll: true });
    });
    canvas.addEventListener("pointermove", (event) => {
      if (stroke !== null) {
        const moves = event.getCoalescedEvents?.() ?? [];
        (moves.length > 0 ? moves : [event]).forEach((move) => stroke.points.push(this.at(move)));
        this.draw();
      }
    });
    const end = () => {
      if (stroke !== null) {
        stroke = null;
        this.drawn();
      }
    };
    canvas.addEventListener("pointerup", end);
    canvas.addEventListener("pointercancel", end);
    canvas.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "z") {
        event.preventDefault();
        this.undo();
      }
    });
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * this.canvas.width, ((event.clientY - box.top) / box.height) * this.canvas.height];
  }

  draw() {
    const { canvas, pen } = this;
    pen.fillStyle = this.paper;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    this.paintGround();
    pen.lineCap = "round";
    pen.lineJoin = "round";
    for (const { erases, width, points } of this.strokes) {
      pen.strokeStyle = erases ? this.paper : this.ink;
      pen.lineWidth = width * canvas.width;
      pen.beginPath();
      pen.moveTo(...points[0]);
      points.slice(1).forEach((point) => pen.lineTo(...point));
      if (points.length === 1) {
        pen.lineTo(points[0][0] + 0.01, points[0][1]);
      }
      pen.stroke();
    }
    const isEmpty = this.isEmpty();
    this.hint.hidden = !isEmpty;
    canvas.setAttribute("aria-label", `${this.port.label}, ${isEmpty ? "empty sheet" : "drawing"}`);
  }

  paintGround() {
    if (this.ground !== null) {
      this.pen.imageSmoothingEnabled = this.ground.naturalWidth >= this.canvas.width;
      this.pen.drawImage(this.ground, 0, 0, this.canvas.width, this.canvas.height);
    }
  }

  isEmpty() {
    return this.ground === null && this.strokes.length === 0;
  }

  drawn() {
    this.encoded = undefined;
    this.changed();
  }

  undo() {
    if (this.strokes.pop() !== undefined) {
      this.draw();
      this.drawn();
    }
  }

  wipe() {
    this.reset();
    this.changed();
  }

  reset() {
    this.turn += 1;
    this.ground = null;
    this.strokes = [];
    this.encoded = undefined;
    this.given = undefined;
    this.size(...(this.port.tensor?.size ?? [1, 1]).toReversed());
    this.draw();
  }

  /** Lays a picture under the pen; says whether it can be shown. */
  async open(uri) {
    this.reset();
    this.given = source(uri);
    const mine = this.turn;
    const image = await picture(uri);
    if (mine !== this.turn || image === null) {
      return false;
    }
    this.ground = image;
    this.size(image.naturalWidth, image.naturalHeight);
    this.draw();
    return true;
  }

  /** What is on the sheet: the opened picture itself while nothing was drawn on it. */
  value() {
    if (this.strokes.length === 0) {
      return this.given;
    }
    this.encoded ??= this.canvas.toDataURL("image/png");
    return this.encoded;
  }
}
