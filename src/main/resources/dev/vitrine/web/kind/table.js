// A table: typed cell by cell or pasted from a spreadsheet; as an answer, sorted by a press on a head and filtered.
import { cells, csv, filtered, inserted, over, size, sorted, table, tsv, typed, without, writer } from "../cells.js";
import { figure, h, tool } from "../dom.js";
import { pick, receive } from "../media.js";

/** Rows that are shown; more are in what is copied and saved. */
const MOST_ROWS = 500;
/** Columns of a table that somebody begins to type without a word on them. */
const COLUMNS = 3;

export function editor(port, desk) {
  const declared = (port.columns ?? []).map((column) => column.name ?? String(column));
  const first = { headers: declared.length > 0 ? declared : Array.from({ length: COLUMNS }, (_, c) => `column ${c + 1}`), data: [] };
  const scroll = h("div", { class: "table-scroll" });
  let value = null;
  let place = null;
  const set = (next, at = place) => {
    value = next;
    place = at;
    draw();
    desk.stepped();
  };
  const draw = () => {
    const isHere = scroll.contains(document.activeElement);
    const shown = value ?? inserted(first, 0);
    scroll.replaceChildren(sheet(shown));
    desk.aside(value === null ? "" : size(value) + (value.data.length > MOST_ROWS ? `, the first ${MOST_ROWS} to edit` : ""));
    if (isHere && place !== null) {
      focus(place.row, place.column);
    }
  };
  const focus = (row, column) => scroll.querySelector(`[data-place="${row},${column}"]`)?.focus();
  const sheet = ({ headers, data }) =>
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, headers.map((name) => h("th", { scope: "col" }, name)), h("th", {}, h("span", { class: "span-said" }, "Remove")))),
      h("tbody", {}, data.slice(0, MOST_ROWS).map((row, r) => h("tr", {}, headers.map((name, c) => h("td", {}, cell(row[c], r, c, name))), h("td", {}, remover(r))))),
    );
  const remover = (r) => h("button", { type: "button", class: "row-remove", "aria-label": `Remove row ${r + 1}`, disabled: value === null, onclick: () => set(without(value, r), null) }, "×");
  const cell = (held, r, c, name) => {
    const field = h("input", { class: "cell", "aria-label": `${name}, row ${r + 1}`, "data-place": `${r},${c}`, value: held ?? "", autocomplete: "off" });
    field.addEventListener("focus", () => (place = { row: r, column: c }));
    field.addEventListener("input", () => {
      const isFirst = value === null;
      // not drawn anew, so that the caret stays where it is
      value = over(value ?? first, r, c, [[typed(field.value)]], false);
      if (isFirst) {
        scroll.querySelectorAll(".row-remove").forEach((button) => (button.disabled = false));
        desk.aside(size(value));
      }
      desk.changed();
    });
    field.addEventListener("keydown", (event) => {
      const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !event.isComposing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        focus(r + step, c);
      }
    });
    return field;
  };
  const take = async (file) => paste(await file.text(), null);
  const paste = (text, at) => {
    if (value !== null && at !== null) {
      set(over(value, at.row, at.column, cells(text).map((row) => row.map(typed)), declared.length === 0));
      return;
    }
    const next = table(text);
    if (next === null) {
      desk.complain("There are no rows in it; open a CSV file, or paste cells of a spreadsheet.");
    } else {
      set(next, null);
    }
  };
  const element = h(
    "div",
    { class: "table-editor" },
    scroll,
    h(
      "div",
      { class: "tools" },
      tool("Open…", () => pick(".csv,.tsv,.txt,text/csv,text/tab-separated-values", null, take)),
      tool("Add row", () => {
        const at = value === null ? 0 : Math.min(value.data.length, (place?.row ?? value.data.length - 1) + 1);
        set(inserted(value ?? first, at), { row: at, column: 0 });
        focus(at, 0);
      }),
      tool("Clear", () => set(null, null), { "aria-label": `Clear ${port.label}` }),
    ),
  );
  receive(element, ["text/csv", "text/tab-separated-values", "text/plain"], take);
  element.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (!event.defaultPrevented && /[\t\n]/.test(text.trim())) {
      event.preventDefault();
      paste(text, place);
    }
  });
  draw();
  return {
    element,
    value: () => value ?? undefined,
    show(next) {
      value = next ?? null;
      draw();
    },
  };
}

export function viewer(port, { caption }) {
  const element = h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": port.label });
  const filter = h("input", { class: "input filter", type: "search", placeholder: "Filter", "aria-label": `Filter ${port.label}`, disabled: true });
  const more = h("p", { class: "note", role: "status" });
  let column = -1;
  let falls = false;
  let shown = null;
  /** What is copied and saved too: the rows that are looked for, in the order they are shown in. */
  const seen = () => {
    const found = filtered(shown.data, filter.value);
    return { headers: shown.headers, data: column < 0 ? found : sorted(found, column, falls) };
  };
  const draw = () => {
    filter.disabled = shown === null;
    if (shown === null) {
      element.replaceChildren();
      caption("");
      more.textContent = "";
      return;
    }
    const { headers, data } = seen();
    const isWhole = data.length === shown.data.length;
    caption(isWhole ? size(shown) : `${figure(data.length)} of ${size(shown)}`);
    more.textContent = data.length > MOST_ROWS ? `The first ${MOST_ROWS} rows are shown; all ${figure(data.length)} are copied and saved.` : data.length === 0 && !isWhole ? "No row holds this; write less into the filter." : "";
    const writers = headers.map((_, c) => writer(shown.data, c));
    const heads = headers.map((name, c) => h("th", { scope: "col", class: isFigures(shown.data, c) ? "figure" : null, "aria-sort": c !== column ? null : falls ? "descending" : "ascending" }, h("button", { type: "button", class: "plain", onclick: () => sort(c) }, name)));
    element.replaceChildren(h("table", {}, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, data.slice(0, MOST_ROWS).map((row) => h("tr", {}, headers.map((_, c) => shownCell(row[c] ?? null, writers[c])))))));
  };
  /** Up, down, and as it came. */
  const sort = (c) => {
    [column, falls] = column !== c ? [c, false] : falls ? [-1, false] : [c, true];
    draw();
    element.querySelectorAll("th button")[c].focus();
  };
  filter.addEventListener("input", draw);
  return {
    element: h("div", { class: "stack" }, element, more),
    tools: [filter],
    text: () => tsv(seen()),
    file: () => new Blob([csv(seen())], { type: "text/csv" }),
    show(value) {
      shown = value ?? null;
      if (column >= (shown?.headers.length ?? 0)) {
        column = -1;
      }
      draw();
    },
  };
}

function isFigures(data, column) {
  return data.some((row) => typeof row[column] === "number") && data.every((row) => row[column] === null || typeof row[column] === "number");
}

function shownCell(one, write) {
  return typeof one === "number" ? h("td", { class: "figure" }, write(one)) : h("td", {}, h("div", { class: "cell-text" }, write(one)));
}
