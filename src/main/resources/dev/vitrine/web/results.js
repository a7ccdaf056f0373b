// The outputs of a demo: a view for each port, made by its kind, in every state they can be in.
import { copy, h, save, tell, time, tool } from "./dom.js";
import { face } from "./form.js";

/** Shows the newest once the one before stands: a sound takes a moment to be read, and must not come over a later one. */
async function turn(held, ...shown) {
  held.next = shown;
  if (held.isShowing) {
    return;
  }
  held.isShowing = true;
  try {
    while (held.next) {
      const newest = held.next;
      held.next = undefined;
      await held.view.show(...newest);
    }
  } finally {
    held.isShowing = false;
  }
}

export class Results {
  /** @param input gives the value that an input had in the run that is shown */
  constructor(model, input) {
    this.model = model;
    this.input = input;
    this.views = new Map();
    this.bar = h("progress", { class: "progress", max: 1, "aria-label": "Progress" });
    this.state = h("span", { class: "caption state", role: "status" });
    this.fault = h("p", { class: "notice", role: "alert", hidden: true });
    this.element = h("section", { class: "panel outputs is-empty", "aria-label": "Outputs" });
  }

  async load() {
    const faces = await Promise.all(this.model.outputs.map((port) => face(port.kind)));
    const isTabbed = this.model.outputLayout === "tabs" && faces.length > 1;
    const sections = this.model.outputs.map((port, i) => this.section(port, faces[i], i === 0 && !isTabbed));
    const layout = sections.length > 1 ? this.model.outputLayout : "stack";
    this.element.classList.add(`layout-${layout}`);
    this.element.append(this.bar, this.fault);
    if (layout === "tabs") {
      this.element.append(this.tabs(sections));
    }
    this.element.append(h("div", { class: "fields" }, sections));
  }

  /** One output at a time, each under a tab with its label. */
  tabs(sections) {
    const choose = (chosen) => {
      sections.forEach((section, i) => (section.hidden = i !== chosen));
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(i === chosen)));
    };
    const buttons = this.model.outputs.map((port, i) => h("button", { type: "button", class: "segment", onclick: () => choose(i) }, port.label));
    choose(0);
    return h("div", { class: "output-tabs" }, h("div", { class: "segmented", role: "group", "aria-label": "Outputs" }, buttons), this.state);
  }

  section(port, kind, isFirst) {
    const caption = h("span", { class: "caption" });
    const view = kind.viewer(port, { model: this.model, input: this.input, caption: (words) => (caption.textContent = words) });
    const held = { view, value: undefined };
    this.views.set(port.name, held);
    const tools = h(
      "div",
      { class: "tools" },
      view.copies !== false && tool("Copy", () => this.copy(held), { "aria-label": `Copy ${port.label}` }),
      tool("Save…", () => this.save(port, held), { "aria-label": `Save ${port.label}` }),
      view.stage && document.fullscreenEnabled && tool("Full screen", () => view.stage.requestFullscreen(), { "aria-label": `${port.label}, full screen` }),
      view.tools ?? [],
    );
    return h(
      "div",
      { class: `field kind-${port.kind}`, role: "group", "data-port": port.name, "aria-label": port.label },
      h("div", { class: "field-head" }, h("h2", { class: "field-label" }, port.label), caption, isFirst && this.state),
      view.element,
      tools,
      view.below,
      port.help && h("p", { class: "note" }, port.help),
    );
  }

  /** Pictures as pictures where the browser can, everything else as text. */
  async copy({ view, value }) {
    if (value === undefined) {
      return;
    }
    if (view.text) {
      await copy(view.text(value));
    } else if (view.file) {
      try {
        const blob = await view.file(value);
        await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
        tell("Copied");
      } catch {
        tell("This browser does not let pages copy it; save it instead");
      }
    } else {
      await copy(JSON.stringify(value, null, 2));
    }
  }

  async save(port, { view, value }) {
    if (value !== undefined) {
      const blob = view.file ? await view.file(value) : new Blob([JSON.stringify(value, null, 2)], { type: "application/json" });
      save(blob, view.name?.(value) ?? `${this.model.id}-${port.name}.${extension(blob.type)}`);
    }
  }

  show(outputs, isPartial = false) {
    this.element.classList.remove("is-empty", "is-stale", "is-faulty");
    this.element.classList.toggle("is-partial", isPartial);
    this.fault.hidden = true;
    for (const [name, held] of this.views) {
      if (outputs[name] !== undefined) {
        held.value = outputs[name];
        turn(held, outputs[name], isPartial);
      }
    }
  }

  clear() {
    this.element.classList.add("is-empty");
    this.element.classList.remove("is-stale", "is-faulty");
    this.fault.hidden = true;
    this.say("");
    for (const held of this.views.values()) {
      held.value = undefined;
      turn(held, undefined, false);
    }
  }

  begin() {
    this.element.classList.add("is-busy");
    this.bar.removeAttribute("value");
    this.message = "";
  }

  progress({ status, fraction, message, position, queue_size: size, eta }) {
    if (fraction === null || fraction === undefined) {
      this.bar.removeAttribute("value");
    } else {
      this.bar.value = fraction;
    }
    if (status === "queued" && position) {
      const where = position === 1 ? "Next in the queue" : `Place ${position} of ${size} in the queue`;
      this.message = `${where}${eta >= 1 ? `, about ${roughly(eta)}` : ""}`;
    } else {
      this.message = status === "loading" ? "Loading the model" : message;
    }
  }

  elapsed(words) {
    this.say([this.message, words].filter(Boolean).join(" · "));
  }

  end() {
    this.element.classList.remove("is-busy", "is-partial");
  }

  done(ms) {
    this.say(time(ms));
  }

  stale() {
    if (!this.element.classList.contains("is-empty")) {
      this.element.classList.add("is-stale");
      this.say("Inputs have changed");
    }
  }

  stopped() {
    this.element.classList.add("is-stale");
    this.say("Stopped");
  }

  /** Inputs did not fit; what is wrong stands at their fields. */
  refused(rest) {
    this.element.classList.add("is-stale");
    this.say("See the inputs");
    if (rest.length > 0) {
      this.fail(rest.join(" "));
    }
  }

  fail(sentence) {
    this.element.classList.add("is-faulty");
    this.fault.textContent = sentence;
    this.fault.hidden = false;
    this.say("");
  }

  say(words) {
    this.state.textContent = words;
  }

  close() {
    this.views.forEach(({ view }) => view.close?.());
  }
}

/** Whole seconds and no tenths, for nobody knows those. */
function roughly(seconds) {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function extension(type) {
  const known = { "application/json": "json", "text/plain": "txt", "text/csv": "csv", "text/markdown": "md", "audio/wav": "wav" };
  return known[type.split(";")[0]] ?? type.split("/")[1] ?? "bin";
}
