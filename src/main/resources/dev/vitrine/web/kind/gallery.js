// Several pictures: opened, dropped and pasted, put in order; as an answer looked at together and one by one.
import { counted, h, save, tool } from "../dom.js";
import { blobOf, dataUri, known, paster, pick, receive, source } from "../media.js";

const HINT = "Drop pictures here, paste one, or open files";

export function editor(port, desk) {
  let items = [];
  const hint = h("p", { class: "hint" }, HINT);
  const grid = new Grid(port, () => refresh());
  grid.element.append(hint);
  const show = (value) => {
    items = value ?? [];
    grid.show(items);
    hint.hidden = items.length > 0;
    desk.aside(items.length === 0 ? "" : counted(items.length, "picture"));
    refresh();
  };
  const change = (next, chosen) => {
    grid.chosen = chosen;
    show(next);
    desk.changed();
  };
  const take = async (files) => {
    try {
      const more = [];
      for (const file of files) {
        more.push({ image: await dataUri(await known(file)), ...(file.name ? { caption: file.name } : {}) });
      }
      change([...items, ...more], items.length + more.length - 1);
    } catch (error) {
      desk.complain(error.message);
    }
  };
  const move = (places) => {
    const to = grid.chosen + places;
    if (to >= 0 && to < items.length) {
      const next = [...items];
      [next[grid.chosen], next[to]] = [next[to], next[grid.chosen]];
      change(next, to);
      grid.focus();
    }
  };
  const remove = () => {
    if (items.length > 0) {
      change(items.filter((_, i) => i !== grid.chosen), Math.max(0, Math.min(grid.chosen, items.length - 2)));
      grid.focus();
    }
  };
  const back = tool("←", () => move(-1), { "aria-label": `Move back in ${port.label}`, title: "Move back" });
  const forth = tool("→", () => move(1), { "aria-label": `Move forth in ${port.label}`, title: "Move forth" });
  const drop = tool("Remove", remove, { "aria-label": `Remove from ${port.label}` });
  function refresh() {
    back.disabled = items.length === 0 || grid.chosen === 0;
    forth.disabled = grid.chosen >= items.length - 1;
    drop.disabled = items.length === 0;
  }
  receive(grid.element, port.accepts, take, true);
  grid.element.id = desk.id;
  grid.element.setAttribute("aria-describedby", desk.note);
  grid.element.addEventListener("keydown", (event) => {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      remove();
    } else if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      event.preventDefault();
      move(event.key === "ArrowLeft" ? -1 : 1);
    }
  });
  const open = () => pick(port.accepts.join(","), null, take, true);
  show(undefined);
  return {
    element: h("div", { class: "stack" }, grid.element, h("div", { class: "tools" }, [tool("Open…", open), paster(port.accepts, (file) => take([file]), desk.complain), back, forth, drop].filter(Boolean))),
    value: () => (items.length === 0 ? undefined : items),
    show,
  };
}

export function viewer(port, desk) {
  let items = [];
  let isAlone = false;
  const grid = new Grid(port, () => draw(), () => alone(true));
  const picture = h("img", { class: "alone", alt: "", draggable: "false" });
  const toggle = tool("Enlarge", () => alone(!isAlone));
  const back = tool("←", () => go(-1), { "aria-label": `Previous of ${port.label}`, title: "Previous" });
  const forth = tool("→", () => go(1), { "aria-label": `Next of ${port.label}`, title: "Next" });
  const go = (places) => grid.choose(Math.max(0, Math.min(items.length - 1, grid.chosen + places)));
  function alone(next) {
    isAlone = next && items.length > 0;
    draw();
  }
  function draw() {
    const item = items[grid.chosen];
    grid.element.classList.toggle("is-alone", isAlone);
    if (isAlone) {
      picture.src = source(image(item));
      picture.alt = words(item, grid.chosen);
      grid.element.replaceChildren(picture);
    } else {
      grid.element.replaceChildren(...grid.cells);
    }
    toggle.textContent = isAlone ? "All" : "Enlarge";
    toggle.setAttribute("aria-label", `${isAlone ? "All" : "Enlarge"} of ${port.label}`);
    toggle.disabled = items.length === 0;
    back.disabled = items.length === 0 || grid.chosen === 0;
    forth.disabled = grid.chosen >= items.length - 1;
  }
  const all = async () => {
    for (const [i, item] of items.entries()) {
      save(blobOf(source(image(item))), `${port.name}-${i + 1}.png`);
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  };
  draw();
  return {
    element: grid.element,
    stage: grid.element,
    tools: [tool("Download all", all, { "aria-label": `Download all of ${port.label}` }), toggle, back, forth],
    file: async (value) => (value.length === 0 ? new Blob(["[]"], { type: "application/json" }) : blobOf(source(image(value[grid.chosen])))),
    show(value) {
      const goesOn = items.length > 0 && value?.length > 0;
      items = value ?? [];
      grid.chosen = goesOn ? Math.min(grid.chosen, items.length - 1) : 0;
      grid.show(items);
      alone(isAlone && goesOn);
      desk.caption(value === undefined ? "" : counted(items.length, "picture"));
    },
  };
}

/** Chromium drops what a page saves beyond ten files in a second. */
const PAUSE = 150;

/** Pictures side by side, one of which is chosen. */
class Grid {
  /** @param chose called after another is chosen; @param opened where somebody wants to see it from near */
  constructor(port, chose, opened = () => {}) {
    this.chose = chose;
    this.opened = opened;
    this.chosen = 0;
    this.cells = [];
    this.element = h("div", { class: "album is-empty", tabindex: 0, role: "group", "aria-label": port.label });
  }

  show(items) {
    this.cells.forEach((cell) => cell.remove());
    this.cells = items.map((item, i) =>
      h(
        "button",
        { type: "button", class: "gallery-cell", "aria-label": words(item, i), "aria-pressed": String(i === this.chosen), onclick: () => this.choose(i), ondblclick: () => this.opened() },
        h("img", { src: source(image(item)), alt: "", draggable: "false", loading: "lazy" }),
        h("span", { dir: "auto" }, item.caption ?? ""),
      ),
    );
    this.element.classList.toggle("is-empty", items.length === 0);
    this.element.prepend(...this.cells);
  }

  choose(index) {
    this.chosen = index;
    this.cells.forEach((cell, i) => cell.setAttribute("aria-pressed", String(i === index)));
    this.chose();
  }

  focus() {
    (this.cells[this.chosen] ?? this.element).focus();
  }
}

function image(item) {
  return typeof item === "string" ? item : item.image;
}

function words(item, index) {
  return `Picture ${index + 1}${item.caption ? `: ${item.caption}` : ""}`;
}
