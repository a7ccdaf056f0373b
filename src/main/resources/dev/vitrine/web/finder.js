// The list below a text field that finds choices by any part of their names: for one of many and for several of many.
import { figure, h } from "./dom.js";

/** The most rows of the list; nobody reads more, and a letter more leaves fewer. */
const MOST = 200;

/**
 * Hangs a list below a field, which becomes a combobox.
 *
 * `all` are the choices as `{ value, name }`. `skips` says which of them are not offered, `part` what is searched for,
 * `marks` which row is marked as the list opens, and `pick` takes the choice that a press or Enter means.
 */
export function finder(field, label, all, { skips = () => false, part = () => field.value, marks = () => -1, pick }) {
  const known = all.map(({ value, name }) => ({ value, name, lower: name.toLowerCase() }));
  const list = h("ul", { class: "finds", id: `${field.id}-list`, role: "listbox", "aria-label": label, hidden: true });
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-autocomplete", "list");
  let found = [];
  let at = -1;

  function mark(to) {
    at = to;
    [...list.querySelectorAll("[role=option]")].forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", at < 0 ? "" : `${list.id}-${at}`);
  }
  function close() {
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
  function open() {
    const words = part().trim().toLowerCase();
    const fits = known.filter(({ value, lower }) => !skips(value) && lower.includes(words));
    const all = [...fits.filter(({ lower }) => lower.startsWith(words)), ...fits.filter(({ lower }) => !lower.startsWith(words))];
    found = all.slice(0, MOST);
    const rest = all.length - found.length;
    list.replaceChildren(
      ...found.map(({ value, name }, i) => h("li", { role: "option", id: `${list.id}-${i}`, class: "find", onmousedown: (event) => event.preventDefault(), onclick: () => pick(value) }, name)),
      ...(rest > 0 ? [h("li", { role: "presentation", class: "more-finds" }, `and ${figure(rest)} more; type a part of the name`)] : []),
    );
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark(found.length === 0 ? -1 : marks(found.map(({ value }) => value), words));
  }
  return {
    list,
    open,
    close,
    isOpen: () => !list.hidden,
    /** Does what a key asks of the list; whether it asked for anything. */
    key(event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) {
          open();
        } else {
          mark(Math.max(0, Math.min(found.length - 1, at + (event.key === "ArrowDown" ? 1 : -1))));
        }
        return true;
      }
      if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
        return true;
      }
      if (event.key === "Enter" && at >= 0 && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        pick(found[at].value);
        return true;
      }
      return false;
    },
  };
}
