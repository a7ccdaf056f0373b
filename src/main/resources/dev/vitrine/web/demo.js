// One demo: inputs, outputs, examples, and what stands below them; every run goes through here.
import { json, predict, Wrong } from "./api.js";
import { BACK, copy, FORTH, h, lines, LINK, time } from "./dom.js";
import { Form, withoutSecrets } from "./form.js";
import { thumbnail } from "./gallery.js";
import { History } from "./history.js";
import { write } from "./link.js";
import { Results } from "./results.js";
import { tabs } from "./card.js";

/** How long inputs have to rest before a live demo runs. */
const REST_MS = 140;

/** Where a browser undoes what is typed by itself. */
const TYPED = "textarea, input:not([type=range], [type=checkbox], [type=radio], .cell)";

/** A page for a model; its kinds are loaded when this returns. */
export async function open(model, given) {
  const page = new Demo(model, given);
  await Promise.all([page.form.load(), page.results.load()]);
  page.build();
  return page;
}

class Demo {
  constructor(model, given) {
    this.model = model;
    this.given = given;
    this.path = `/models/${encodeURIComponent(model.id)}`;
    this.form = new Form(model, { changed: () => this.changed(), submit: () => this.run() });
    this.results = new Results(model, (name) => this.shown[name]);
    this.history = new History(model.id);
    /** The inputs that what is shown belongs to. */
    this.shown = {};
    this.example = 0;
    /** Whether nobody has changed or chosen anything yet. */
    this.isFresh = true;
    /** What the inputs began as, so that a link carries only what is different. */
    this.base = {};
    this.running = null;
    this.keys = (event) => this.press(event);
  }

  build() {
    const { model } = this;
    this.runButton = h("button", { type: "button", class: "button primary run", "aria-keyshortcuts": "Control+Enter", onclick: () => this.toggle() }, "Run", h("span", { class: "key", "aria-hidden": "true" }, "Ctrl ↵"));
    this.live = model.live ? h("input", { type: "checkbox", class: "switch", role: "switch", checked: true }) : null;
    this.undoButton = arrow("Undo the inputs", BACK, () => this.back(false));
    this.redoButton = arrow("Redo the inputs", FORTH, () => this.back(true));
    this.strip = this.examples();
    this.tabs = tabs(model, this.path, this.history, (run) => this.recall(run));
    this.element = h(
      "article",
      { class: "page demo" },
      h(
        "header",
        { class: "page-head" },
        h("div", {}, h("a", { class: "back", href: "#/" }, "‹ Gallery"), h("h1", { class: "page-title" }, model.title), h("p", { class: "page-summary" }, model.summary)),
        h("ul", { class: "chips", "aria-label": "Facts" }, [model.task.replaceAll("-", " "), model.licence].filter(Boolean).map((fact) => h("li", { class: "chip" }, fact))),
      ),
      h("div", { class: model.outputLayout === "columns" && model.outputs.length > 1 ? "columns is-wide" : "columns" }, this.form.element, this.results.element),
      h(
        "div",
        { class: "actions" },
        this.strip,
        h(
          "div",
          { class: "buttons" },
          this.live && h("label", { class: "live" }, "Live", this.live),
          this.undoButton,
          this.redoButton,
          h("button", { type: "button", class: "button", "aria-label": "Copy link", title: "Copy link", onclick: () => this.share() }, h("span", { class: "wide" }, "Copy link"), h("span", { class: "narrow" }, lines(LINK))),
          h("button", { type: "button", class: "button", onclick: () => this.clear() }, "Clear"),
          this.runButton,
        ),
      ),
      this.tabs.element,
    );
    addEventListener("keydown", this.keys);
  }

  /** Shows what the link brought, else the first example. */
  async begin() {
    const { inputs, example } = this.given;
    if (example > 0 || Object.keys(inputs).length > 0) {
      await this.choose(example, inputs);
    } else if (this.model.examples.length > 0) {
      await this.choose(1, {});
    } else if (this.isLive() && this.form.isComplete()) {
      this.run();
    }
  }

  close() {
    this.stop();
    removeEventListener("keydown", this.keys);
    this.form.close();
    this.results.close();
  }

  examples() {
    const names = this.model.examples;
    const shows = [...this.model.inputs, ...this.model.outputs].some((port) => port.kind === "image");
    const buttons = names.map((name, i) =>
      h(
        "button",
        { type: "button", class: shows ? "example" : "example words", title: name, "aria-label": `Example ${name}`, "aria-pressed": "false", onclick: () => this.choose(i + 1, {}) },
        shows ? thumbnail(`${this.path}/examples/${i + 1}/thumbnail`, name, "example-picture") : name,
      ),
    );
    return h("div", { class: "examples", role: "group", "aria-label": "Examples" }, buttons);
  }

  mark(number) {
    this.example = number;
    [...this.strip.children].forEach((button, i) => button.setAttribute("aria-pressed", String(i + 1 === number)));
  }

  /** Takes over an example, and what is given beside it. */
  async choose(number, beside) {
    let inputs = {};
    try {
      if (number > 0) {
        inputs = (await json(`${this.path}/examples/${number}`)).inputs;
      }
    } catch (error) {
      this.results.fail(error.message);
      return;
    }
    this.fill({ ...inputs, ...beside });
    this.base = inputs;
    this.mark(number);
    await this.run();
  }

  /** Shows inputs without running. */
  fill(inputs) {
    this.filling = true;
    this.form.fill(inputs);
    this.filling = false;
    if (this.isFresh) {
      // there is nothing before what the page began with
      this.form.undo.restart(this.form.values());
      this.isFresh = false;
    }
    this.arrows();
  }

  /** A run of the history: both sides as they were. */
  recall(run) {
    this.stop();
    const given = this.form.withSecrets(run.inputs);
    this.fill(given);
    this.base = {};
    this.mark(0);
    this.shown = given;
    this.results.clear();
    this.results.show(run.outputs);
    this.results.done(run.ms);
    scrollTo({ top: 0 });
  }

  isLive() {
    return this.live?.checked ?? false;
  }

  /** Shows the inputs as they were, or with `isForth` as they were before that. */
  back(isForth) {
    this.filling = true;
    const isAny = this.form.back(isForth);
    this.filling = false;
    if (isAny) {
      this.changed();
    }
  }

  arrows() {
    this.undoButton.disabled = this.form.undo.past.length === 0;
    this.redoButton.hidden = this.form.undo.future.length === 0;
  }

  changed() {
    if (this.filling) {
      return;
    }
    this.isFresh = false;
    this.arrows();
    this.form.clearErrors();
    // it is an example no longer; a link still carries what it began as
    [...this.strip.children].forEach((button) => button.setAttribute("aria-pressed", "false"));
    clearTimeout(this.resting);
    if (this.isLive() && this.form.isComplete()) {
      this.resting = setTimeout(() => this.run(), REST_MS);
    } else {
      this.results.stale();
    }
  }

  toggle() {
    if (this.running === null) {
      this.run();
    } else {
      this.stop();
    }
  }

  stop() {
    clearTimeout(this.resting);
    this.running?.abort();
  }

  clear() {
    this.stop();
    this.fill({});
    this.base = {};
    this.mark(0);
    this.form.clearErrors();
    this.results.clear();
  }

  async run() {
    clearTimeout(this.resting);
    this.running?.abort();
    const mine = new AbortController();
    this.running = mine;
    const inputs = this.form.values();
    const began = performance.now();
    this.form.clearErrors();
    this.begun(mine, began);
    try {
      const outputs = await predict(this.model.id, inputs, {
        signal: mine.signal,
        hear: (event, data) => this.running === mine && this.hear(event, data, inputs),
      });
      if (this.running === mine) {
        const ms = performance.now() - began;
        this.shown = inputs;
        this.results.show(outputs);
        this.results.done(ms);
        this.history.add({ inputs: withoutSecrets(this.model.inputs, inputs), outputs: withoutSecrets(this.model.outputs, outputs), ms }).then(() => this.tabs.refresh());
      }
    } catch (error) {
      if (this.running === mine) {
        this.failed(error);
      }
    } finally {
      if (this.running === mine) {
        this.ended();
      }
    }
  }

  hear(event, data, inputs) {
    if (event === "progress") {
      this.results.progress(data);
    } else if (event === "partial") {
      this.shown = inputs;
      this.results.show(data, true);
    }
  }

  begun(mine, began) {
    this.element.classList.add("is-running");
    this.results.begin();
    // a fast run is over before a button could change its name and back
    setTimeout(() => {
      if (this.running === mine) {
        this.runButton.firstChild.data = "Stop";
        this.runButton.lastChild.textContent = "Esc";
        this.runButton.classList.remove("primary");
      }
    }, 200);
    clearInterval(this.clock);
    this.clock = setInterval(() => this.results.elapsed(time(performance.now() - began)), 100);
  }

  ended() {
    clearInterval(this.clock);
    this.running = null;
    this.element.classList.remove("is-running");
    this.runButton.firstChild.data = "Run";
    this.runButton.lastChild.textContent = "Ctrl ↵";
    this.runButton.classList.add("primary");
    this.results.end();
  }

  failed(error) {
    if (error.name === "AbortError") {
      this.results.stopped();
    } else if (error instanceof Wrong && error.status === 422) {
      const rest = this.form.showErrors(error.byPort());
      this.results.refused(rest);
    } else {
      this.results.fail(error.message);
    }
  }

  share() {
    const changes = this.form.changes(this.base);
    const carried = withoutSecrets(this.model.inputs, changes);
    const { url, left } = write(this.model.id, carried, this.example);
    const label = (name) => `“${this.model.inputs.find((port) => port.name === name)?.label ?? name}”`;
    const secret = Object.keys(changes).filter((name) => !(name in carried));
    const why = [
      left.length > 0 && `${left.map(label).join(", ")}, too large for a link`,
      secret.length > 0 && `${secret.map(label).join(", ")}, which ${secret.length === 1 ? "is" : "are"} secret`,
    ].filter(Boolean);
    copy(url, why.length === 0 ? "Link copied" : `Link copied without ${why.join(", and without ")}`);
  }

  press(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.run();
    } else if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key) && !event.defaultPrevented && !event.target.closest?.(TYPED)) {
      event.preventDefault();
      this.back(event.shiftKey || event.key.toLowerCase() === "y");
    } else if (event.key === "Escape" && this.running !== null) {
      this.stop();
    }
  }
}

function arrow(label, paths, onclick) {
  return h("button", { type: "button", class: "button icon", "aria-label": label, title: label, disabled: label.startsWith("Undo"), hidden: label.startsWith("Redo"), onclick }, lines(paths));
}
