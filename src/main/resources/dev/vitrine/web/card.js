// The card below a demo: code that calls it, what this browser ran, the model card.
import { json, text } from "./api.js";
import { copy, freshId, h, time, tool } from "./dom.js";

/** @param recall shows a run of the history */
export function tabs(model, path, history, recall) {
  const id = freshId("tabs");
  const panels = [
    ["Code", (panel) => code(panel, path)],
    ["History", (panel) => runs(panel, model, history, recall)],
    ["Card", (panel) => about(panel, path)],
  ];
  const buttons = panels.map(([name], i) =>
    h("button", { type: "button", role: "tab", id: `${id}-${i}`, "aria-controls": `${id}-panel`, "aria-selected": "false", tabindex: -1, onclick: () => choose(i) }, name),
  );
  const panel = h("div", { class: "tab-panel", role: "tabpanel", id: `${id}-panel`, tabindex: 0 });
  let chosen = -1;
  const choose = (i) => {
    chosen = i;
    buttons.forEach((button, n) => {
      button.setAttribute("aria-selected", String(n === i));
      button.tabIndex = n === i ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", `${id}-${i}`);
    panels[i][1](panel).catch((error) => panel.replaceChildren(h("p", { class: "notice" }, error.message)));
  };
  const strip = h("div", { class: "tab-strip", role: "tablist", "aria-label": "More about this demo" }, buttons);
  strip.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = (chosen + step + buttons.length) % buttons.length;
      choose(next);
      buttons[next].focus();
    }
  });
  choose(0);
  return { element: h("section", { class: "panel more" }, strip, panel), refresh: () => chosen === 1 && choose(1) };
}

async function code(panel, path) {
  const snippets = (await json(`${path}/code`)).snippets;
  const shown = h("code", {});
  const languages = snippets.map(({ language, code: text }) =>
    h("button", { type: "button", class: "segment", "aria-pressed": "false", onclick: () => show(language, text) }, language),
  );
  const show = (language, text) => {
    shown.textContent = text;
    languages.forEach((button) => button.setAttribute("aria-pressed", String(button.textContent === language)));
  };
  panel.replaceChildren(
    h("div", { class: "code-head" }, h("div", { class: "segmented", role: "group", "aria-label": "Language" }, languages), tool("Copy", () => copy(shown.textContent), { "aria-label": "Copy the code" })),
    h("pre", { class: "code", tabindex: 0, role: "group", "aria-label": "Code" }, shown),
  );
  show(snippets[0].language, snippets[0].code);
}

async function runs(panel, model, history, recall) {
  const all = await history.list();
  if (all.length === 0) {
    panel.replaceChildren(h("p", { class: "empty" }, "What you run here stands here, in this browser alone."));
    return;
  }
  panel.replaceChildren(
    h(
      "ul",
      { class: "runs" },
      all.map((run) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "run-row", onclick: () => recall(run) },
            h("span", { class: "run-time" }, new Date(run.at).toLocaleTimeString()),
            h("span", { class: "run-words" }, words(model, run)),
            h("span", { class: "caption" }, time(run.ms)),
          ),
        ),
      ),
    ),
    tool("Clear history", () => history.clear().then(() => runs(panel, model, history, recall))),
  );
}

/** An answer on one line. */
function words(model, run) {
  return model.outputs
    .map((port) => brief(run.outputs[port.name]))
    .filter(Boolean)
    .join(" · ");
}

function brief(value) {
  if (value === null || value === undefined) {
    return "";
  }
  if (typeof value === "string") {
    return value.startsWith("data:") ? value.slice(5, value.indexOf(";")) : value.slice(0, 80);
  }
  if (typeof value !== "object") {
    return String(value);
  }
  if (Array.isArray(value.confidences)) {
    return value.label;
  }
  const list = value.boxes ?? value.segments ?? value.data;
  return Array.isArray(list) ? `${list.length} found` : "";
}

async function about(panel, path) {
  const [{ render }, card] = await Promise.all([import("./kind/markdown.js"), text(`${path}/card`)]);
  panel.replaceChildren(card.trim() === "" ? h("p", { class: "empty" }, "This model has no card.") : h("div", { class: "prose" }, render(card)));
}
