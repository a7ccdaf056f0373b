// A picture: opened, dropped, pasted, taken with a camera, or drawn; as an answer, with what it was made of.
import { BACK, h, lines, tool } from "../dom.js";
import { blobOf, camera, dataUri, known, paster, pick, picture, receive, source } from "../media.js";
import { Stage } from "../overlay.js";
import { Sheet } from "../sheet.js";

export function editor(port, desk) {
  const sources = port.sources ?? ["file", "paste"];
  return sources.includes("draw") ? drawn(port, desk, sources) : opened(port, desk, sources);
}

/** What brings a picture in, as the port's sources have it. */
function tools(port, desk, sources, take) {
  const all = [];
  if (sources.includes("file")) {
    all.push(tool("Open…", () => pick(port.accepts.join(","), null, take)));
  }
  if (sources.includes("paste")) {
    all.push(paster(port.accepts, take, desk.complain));
  }
  if (sources.includes("file")) {
    all.push(tool("Camera", () => camera(take, desk.complain)));
  }
  return all.filter(Boolean);
}

function caption(desk, image, value) {
  const type = /^data:image\/([a-z0-9.+-]+)/.exec(value ?? "")?.[1]?.toUpperCase().replace("SVG+XML", "SVG") ?? "";
  desk.aside(image ? `${image.naturalWidth} × ${image.naturalHeight} ${type}` : type);
}

function opened(port, desk, sources) {
  let value;
  let turn = 0;
  const image = h("img", { alt: "", draggable: "false" });
  const hint = h("p", { class: "hint" }, "Drop a picture here, paste one, or open a file");
  const medium = h("div", { class: "medium is-empty", tabindex: 0, role: "img", "aria-label": `${port.label}, empty` }, image, hint);
  const show = async (next) => {
    const mine = ++turn;
    value = next;
    const loaded = next === undefined ? null : await picture(next);
    if (mine !== turn) {
      return;
    }
    medium.classList.toggle("is-empty", loaded === null);
    medium.classList.toggle("is-tiny", loaded !== null && Math.max(loaded.naturalWidth, loaded.naturalHeight) <= 96);
    hint.textContent = next === undefined ? "Drop a picture here, paste one, or open a file" : "This browser cannot show the file; the model may read it all the same";
    if (loaded === null) {
      image.removeAttribute("src");
    } else {
      image.src = loaded.src;
    }
    medium.setAttribute("aria-label", loaded === null ? `${port.label}, empty` : `${port.label}, ${loaded.naturalWidth} by ${loaded.naturalHeight} pixels`);
    caption(desk, loaded, next);
  };
  const take = async (file) => {
    try {
      await show(await dataUri(await known(file)));
      desk.changed();
    } catch (error) {
      desk.complain(error.message);
    }
  };
  receive(medium, port.accepts, take);
  medium.addEventListener("click", () => medium.classList.contains("is-empty") && sources.includes("file") && pick(port.accepts.join(","), null, take));
  const clear = tool("Clear", () => {
    show(undefined);
    desk.changed();
  }, { "aria-label": `Clear ${port.label}` });
  return { element: h("div", { class: "image-editor" }, medium, h("div", { class: "tools" }, tools(port, desk, sources, take), clear)), value: () => value, show };
}

function drawn(port, desk, sources) {
  const sheet = new Sheet(port, desk.changed);
  const take = async (file) => {
    const uri = await dataUri(await known(file));
    if (await sheet.open(uri)) {
      desk.changed();
    } else {
      desk.complain("This browser cannot show the file, so nothing can be drawn on it; open another.");
    }
  };
  receive(sheet.element, port.accepts, take);
  const pen = (name, erases) => h("button", { type: "button", class: "segment", "aria-pressed": String(!erases), onclick: () => choose(erases) }, name);
  const pens = [pen("Brush", false), pen("Eraser", true)];
  const choose = (erases) => {
    sheet.erases = erases;
    pens.forEach((button, i) => button.setAttribute("aria-pressed", String((i === 1) === erases)));
  };
  const width = h("input", { type: "range", class: "pen-width", min: 0.01, max: 0.25, step: 0.01, value: sheet.width, "aria-label": "Brush width" });
  width.addEventListener("input", () => (sheet.width = Number(width.value)));
  return {
    element: h(
      "div",
      { class: "image-editor" },
      sheet.element,
      h("div", { class: "tools" }, h("div", { class: "segmented", role: "group", "aria-label": "Draw with" }, pens), width, tool(lines(BACK), () => sheet.undo(), { "aria-label": "Undo", title: "Undo" }), tool("Clear", () => sheet.wipe(), { "aria-label": `Clear ${port.label}` }), tools(port, desk, sources, take)),
    ),
    value: () => sheet.value(),
    show: (value) => (value === undefined ? sheet.reset() : sheet.open(value)),
  };
}

export function viewer(port, desk) {
  const stage = new Stage(port.label);
  const before = port.before ? h("img", { class: "before", alt: "", draggable: "false" }) : null;
  const divider = before && h("input", { type: "range", class: "divider", min: 0, max: 100, value: 50, "aria-label": "Divider between before and after" });
  const plates = before && [h("span", { class: "plate left" }, "Before"), h("span", { class: "plate right" }, "After")];
  if (before) {
    const cut = () => stage.element.style.setProperty("--cut", `${divider.value}%`);
    divider.addEventListener("input", cut);
    stage.element.classList.add("before-after");
    stage.element.append(before, ...plates, h("span", { class: "divider-line", "aria-hidden": "true" }), divider);
    stage.element.setAttribute("role", "group");
    cut();
  }
  let turn = 0;
  return {
    element: stage.element,
    stage: stage.element,
    file: async (value) => blobOf(source(value)),
    async show(value) {
      const mine = ++turn;
      const size = await stage.ground(value);
      if (mine !== turn) {
        return;
      }
      const other = before && desk.input(port.before);
      if (before) {
        stage.element.classList.toggle("has-before", Boolean(value && other));
        stage.element.style.setProperty("--ratio", size ? size.width / size.height : 1);
        if (other) {
          before.src = source(other);
        }
      }
      desk.caption(size ? `${size.width} × ${size.height}` : "");
      stage.element.setAttribute("aria-label", size ? `${port.label}, ${size.width} by ${size.height} pixels` : `${port.label}, empty`);
    },
  };
}
