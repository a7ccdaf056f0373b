// What is drawn by hand over the picture of another input: the picture, places on it, and the same as JSON.
import { freshId, h } from "./dom.js";
import { Stage, under } from "./overlay.js";
import { jsonEditor } from "./kind/tensor.js";

const INVITE = "Give a picture first, then draw on it here";

export class Pad {
  /** @param desk as an editor has it; `desk.model` has a picture that the port lies over */
  constructor(port, desk) {
    this.port = port;
    this.desk = desk;
    this.given = undefined;
    this.isTouched = false;
    this.over = under(port, desk.model, "image");
    this.stage = new Stage(port.label);
    this.stage.hint.textContent = INVITE;
    this.surface = this.stage.element;
    this.surface.classList.add("pad");
    this.surface.setAttribute("tabindex", "0");
    this.surface.setAttribute("role", "application");
    this.json = jsonEditor({ ...port }, { id: freshId("json"), note: desk.note, changed: () => this.typed() });
    this.json.element.setAttribute("aria-label", `${port.label}, as JSON`);
    this.fold = h("details", { class: "fold" }, h("summary", {}, "As JSON"), this.json.element);
    this.fold.addEventListener("toggle", () => this.fold.open && this.json.show(this.value()));
    this.surface.addEventListener("pointerdown", (event) => this.down(event));
  }

  /** A hand that may draw now has the pointer until it lets go. */
  down(event) {
    if (event.button !== 0 || this.size() === null) {
      return;
    }
    event.preventDefault();
    this.surface.focus({ preventScroll: true });
    this.surface.setPointerCapture(event.pointerId);
    const listening = new AbortController();
    const heard = (name, does) => this.surface.addEventListener(name, does, { signal: listening.signal });
    const end = (isKept) => {
      listening.abort();
      this.end(isKept);
    };
    heard("pointermove", (move) => {
      const all = move.getCoalescedEvents?.() ?? [];
      (all.length > 0 ? all : [move]).forEach((one) => this.move(this.at(one)));
      this.moved();
    });
    heard("pointerup", () => end(true));
    heard("pointercancel", () => end(false));
    this.begin(this.at(event), event);
  }

  /** The picture's pixel under a pointer. */
  at(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.stage.layer.getScreenCTM().inverse());
    return { x: at.x, y: at.y };
  }

  /** The picture's pixels for one of the screen. */
  unit() {
    const matrix = this.stage.layer.getScreenCTM();
    return matrix === null || matrix.a === 0 ? 1 : 1 / matrix.a;
  }

  typed() {
    const value = this.json.value();
    this.given = value;
    this.isTouched = false;
    this.take(value);
    this.desk.changed();
  }

  /** A hand has changed something, which is a step of its own. */
  drawn() {
    this.isTouched = true;
    if (this.fold.open) {
      this.json.show(this.value());
    }
    this.desk.stepped();
  }

  show(value) {
    this.given = value;
    this.isTouched = false;
    this.json.show(value);
    this.take(value);
  }

  /** What was given stays as it is until a hand changes it. */
  value() {
    return this.isTouched ? this.made() : this.given;
  }

  /** Looks at the picture again, which may be another. */
  async beside() {
    const ground = this.over === null ? undefined : this.desk.input(this.over);
    if (ground === this.ground) {
      return;
    }
    this.ground = ground;
    this.picture = null;
    const picture = ground === undefined ? null : await this.stage.ground(ground);
    if (ground !== this.ground) {
      return;
    }
    this.picture = picture;
    if (picture === null) {
      this.stage.clear();
    }
    this.draw();
  }
}
