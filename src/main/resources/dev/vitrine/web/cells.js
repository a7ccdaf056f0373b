// Tables as values: read from a spreadsheet's text, written as one, and made of others by a change. Each change leaves
// the table before as it is, so that undoing is showing that again.
import { counted, figure } from "./dom.js";

const NUMBER = /^[+-]?(0|[1-9]\d*)?(\.\d+)?(e[+-]?\d+)?$/i;
/** Digits after the point beyond which a column is not widened for one of its cells. */
const MOST_DECIMALS = 6;

/** What somebody wrote into a cell: a number where it reads as one (a code such as 007 does not), nothing where it is empty. */
export function typed(text) {
  const word = text.trim();
  return word === "" ? null : NUMBER.test(word) && /\d/.test(word) ? Number(word) : text;
}

/** Cells of a spreadsheet (tabs) or of CSV (RFC 4180), as text. */
export function cells(text) {
  const separator = text.includes("\t") ? "\t" : text.split("\n", 1)[0].includes(";") ? ";" : ",";
  const all = [[""]];
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    const row = all.at(-1);
    if (isQuoted && c === '"' && text[i + 1] === '"') {
      row[row.length - 1] += '"';
      i += 1;
    } else if (c === '"' && (isQuoted || row.at(-1) === "")) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && c === separator) {
      row.push("");
    } else if (!isQuoted && c === "\n") {
      all.push([""]);
    } else if (c !== "\r" || isQuoted) {
      row[row.length - 1] += c;
    }
  }
  return all.filter((row) => row.length > 1 || row[0] !== "");
}

/** A table whose first row are its heads; nothing where there is no row. */
export function table(text) {
  const [headers, ...data] = cells(text.replace(/^\uFEFF/, ""));
  return headers ? { headers, data: data.map((row) => headers.map((_, c) => typed(row[c] ?? ""))) } : null;
}

/** What a spreadsheet takes from the clipboard. */
export function tsv({ headers, data }) {
  return [headers, ...data].map((row) => row.map((cell) => String(cell ?? "").replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

export function csv({ headers, data }) {
  return [headers, ...data].map((row) => row.map(quoted).join(",")).join("\r\n");
}

function quoted(cell) {
  const text = String(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table with cells written over others from one on, with rows, and where it `widens` columns, for those beyond. */
export function over({ headers, data }, row, column, block, widens) {
  const width = Math.max(0, ...block.map((cellsOfRow) => cellsOfRow.length));
  const wide = widens ? Array.from({ length: Math.max(headers.length, column + width) }, (_, c) => headers[c] ?? `column ${c + 1}`) : headers;
  const count = Math.max(data.length, row + block.length);
  return {
    headers: wide,
    data: Array.from({ length: count }, (_, r) => wide.map((_head, c) => {
      const given = block[r - row]?.[c - column];
      return given === undefined ? (data[r]?.[c] ?? null) : given;
    })),
  };
}

/** A table with an empty row more. */
export function inserted({ headers, data }, at) {
  return { headers, data: data.toSpliced(at, 0, headers.map(() => null)) };
}

export function without({ headers, data }, at) {
  return { headers, data: data.toSpliced(at, 1) };
}

/** Rows with a cell that holds a text, in any case; all where it is blank. */
export function filtered(data, text) {
  const wanted = text.trim().toLowerCase();
  return wanted === "" ? data : data.filter((row) => row.some((cell) => cell !== null && String(cell).toLowerCase().includes(wanted)));
}

/** Rows by a column, what is empty last. */
export function sorted(data, column, falls) {
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b)));
  return data.toSorted((one, other) => {
    const [a, b] = [one[column], other[column]];
    return a === null || b === null ? (a === null) - (b === null) : (falls ? -1 : 1) * compare(a, b);
  });
}

/** How a column's cells are written: its numbers with as many digits after the point as the longest needs. */
export function writer(data, column) {
  const figures = data.map((row) => row[column]).filter((cell) => typeof cell === "number").map((cell) => figure(cell));
  const decimals = figures.some((one) => one.includes("e")) ? undefined : Math.min(MOST_DECIMALS, Math.max(0, ...figures.map((one) => one.split(".")[1]?.length ?? 0)));
  return (cell) => (cell === null || cell === undefined ? "" : figure(cell, decimals));
}

/** A few words on a table's size. */
export function size({ headers, data }) {
  return `${counted(data.length, "row")} × ${counted(headers.length, "column")}`;
}
