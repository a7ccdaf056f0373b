// A table: edited cell by cell or pasted from a spreadsheet; as an answer, sorted by a press on a head.
import { figure, h, tool } from "../dom.js";
import { pick, receive } from "../media.js";

/** Rows that are shown; more are in what is copied and saved. */
const MOST_ROWS = 500;

export function editor(port, desk) {
  let table = null;
  const element = h("div", { class: "table-editor" });
  const draw = () => {
    const { headers, data } = table ?? { headers: ["1", "2"], data: [["", ""]] };
    element.replaceChildren(
      h(
        "div",
        { class: "table-scroll" },
        h(
          "table",
          {},
          h("thead", {}, h("tr", {}, headers.map((name) => h("th", { scope: "col" }, name)))),
          h("tbody", {}, data.slice(0, MOST_ROWS).map((row, r) => h("tr", {}, headers.map((name, c) => h("td", {}, cell(row, c, `${name}, row ${r + 1}`)))))),
        ),
      ),
      h(
        "div",
        { class: "tools" },
        tool("Open…", () => pick(".csv,text/csv", null, take)),
        tool("Add row", () => {
          table ??= { headers, data };
          table.data.push(headers.map(() => ""));
          draw();
        }),
      ),
    );
  };
  const cell = (row, c, label) => {
    const field = h("input", { class: "cell", "aria-label": label, value: row[c] ?? "" });
    field.addEventListener("input", () => {
      table ??= { headers: ["1", "2"], data: [["", ""]] };
      const written = table.data.find((one) => one === row) ?? table.data[0];
      written[c] = typed(field.value);
      desk.changed();
    });
    return field;
  };
  const take = async (file) => parse(await file.text());
  const parse = (text) => {
    const [headers, ...data] = rows(text);
    if (headers) {
      table = { headers, data: data.map((row) => row.map(typed)) };
      draw();
      desk.changed();
    }
  };
  receive(element, ["text/csv"], take);
  element.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (/[\t\n]/.test(text.trim())) {
      event.preventDefault();
      parse(text);
    }
  });
  draw();
  return {
    element,
    value: () => table ?? undefined,
    show(value) {
      table = value ? structuredClone(value) : null;
      draw();
    },
  };
}

function typed(text) {
  return text.trim() === "" ? null : Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Lines of a spreadsheet (tabs) or of CSV (RFC 4180). */
function rows(text) {
  const separator = text.includes("\t") ? "\t" : text.split("\n", 1)[0].includes(";") ? ";" : ",";
  const all = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    const row = all.at(-1);
    if (quoted && c === '"' && text[i + 1] === '"') {
      row[row.length - 1] += '"';
      i += 1;
    } else if (c === '"') {
      quoted = !quoted;
    } else if (!quoted && c === separator) {
      row.push("");
    } else if (!quoted && c === "\n") {
      all.push([""]);
    } else if (c !== "\r" || quoted) {
      row[row.length - 1] += c;
    }
  }
  return all.filter((row) => row.length > 1 || row[0] !== "");
}

export function viewer(port, { caption }) {
  const element = h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": port.label });
  let sorted = -1;
  let falls = false;
  let shown;
  const draw = () => {
    const { headers, data } = shown;
    const order = sorted < 0 ? data : data.toSorted((a, b) => (falls ? -1 : 1) * compare(a[sorted], b[sorted]));
    element.replaceChildren(
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, headers.map((name, c) => h("th", { scope: "col", "aria-sort": c !== sorted ? null : falls ? "descending" : "ascending" }, h("button", { type: "button", class: "plain", onclick: () => sort(c) }, name))))),
        h("tbody", {}, order.slice(0, MOST_ROWS).map((row) => h("tr", {}, row.map(shownCell)))),
      ),
    );
  };
  const sort = (c) => {
    falls = sorted === c && !falls;
    sorted = c;
    draw();
    element.querySelectorAll("th button")[c].focus();
  };
  return {
    element,
    text: (value) => [value.headers, ...value.data].map((row) => row.join("\t")).join("\n"),
    file: (value) => new Blob([[value.headers, ...value.data].map((row) => row.map(quote).join(",")).join("\r\n")], { type: "text/csv" }),
    show(value) {
      shown = value ?? { headers: [], data: [] };
      if (sorted >= shown.headers.length) {
        sorted = -1;
      }
      caption(value ? `${value.data.length} rows` : "");
      draw();
    },
  };
}

function shownCell(one) {
  return typeof one === "number" ? h("td", { class: "figure" }, figure(one)) : h("td", {}, h("div", { class: "cell-text" }, one === null ? "" : figure(one)));
}

function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a ?? "").localeCompare(String(b ?? ""));
}

function quote(cell) {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
