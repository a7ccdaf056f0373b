// The models there are, as a list beside the demo and as cards on the first page.
import { h } from "./dom.js";

/** The picture that stands for a model or an example; its first letter where it has none. */
export function thumbnail(path, name, className) {
  const letter = h("span", { class: `${className} letter`, "aria-hidden": "true" }, name.trim().slice(0, 1).toUpperCase());
  const picture = h("img", { class: className, src: path, alt: "", loading: "lazy", decoding: "async", width: 112, height: 112 });
  picture.addEventListener("error", () => picture.replaceWith(letter), { once: true });
  return picture;
}

function words(task) {
  return task.replaceAll("-", " ");
}

function matches(model, query) {
  const all = `${model.title} ${model.summary} ${model.task} ${model.id}`.toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => all.includes(word));
}

function path(model) {
  return `/models/${encodeURIComponent(model.id)}/thumbnail`;
}

/** The list at the side; the shown demo is marked. */
export function list(nav, models, query, shown) {
  const found = models.filter((model) => matches(model, query));
  nav.replaceChildren(
    h("h2", { class: "section" }, "Gallery"),
    found.length === 0
      ? h("p", { class: "quiet" }, "No model of that name")
      : h("ul", {}, found.map((model) => item(model, model.id === shown))),
  );
  nav.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

function item(model, isShown) {
  return h(
    "li",
    {},
    h(
      "a",
      { href: `#/${encodeURIComponent(model.id)}`, "aria-current": isShown ? "page" : null },
      thumbnail(path(model), model.title, "small-picture"),
      h("span", { class: "item-words" }, h("span", { class: "item-title" }, model.title), h("span", { class: "item-task" }, words(model.task))),
    ),
  );
}

/** The first page. */
export function cards(main, models, query) {
  const found = models.filter((model) => matches(model, query));
  main.replaceChildren(
    h(
      "div",
      { class: "page" },
      h("header", {}, h("h1", { class: "page-title" }, "Gallery"), h("p", { class: "page-summary" }, "Choose a model and try it with your own pictures, sounds and words.")),
      found.length === 0
        ? h("p", { class: "empty" }, models.length === 0 ? "There are no models here yet." : `Nothing found for “${query}”; try another word.`)
        : h("ul", { class: "cards" }, found.map(card)),
    ),
  );
}

function card(model) {
  return h(
    "li",
    {},
    h(
      "a",
      { class: "card", href: `#/${encodeURIComponent(model.id)}` },
      thumbnail(path(model), model.title, "card-picture"),
      h("span", { class: "card-words" }, h("span", { class: "card-title" }, model.title), h("span", { class: "card-summary" }, model.summary), h("span", { class: "card-task" }, words(model.task))),
    ),
  );
}
