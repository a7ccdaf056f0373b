// Source code: numbered lines in the colours of its language, by the same table as in the window.
import { counted, h } from "../dom.js";
import { editor as area } from "./text.js";

export function editor(port, desk) {
  const made = area({ ...port, lines: port.lines ?? 10 }, desk);
  made.element.classList.add("code-input");
  made.element.spellcheck = false;
  made.element.wrap = "off";
  made.element.dir = "ltr";
  return made;
}

/** Characters that are coloured; the rest of a longer code stays plain. */
const MOST = 200_000;
let table = null;

/** What tells the parts of each language apart. */
function languages() {
  table ??= fetch("/web/languages.json").then((answer) => answer.json());
  return table;
}

export function viewer(port, desk) {
  const element = h("pre", { class: "code-lines", tabindex: 0, role: "document", dir: "ltr", "aria-label": port.label });
  element.style.height = `${18 * (port.lines ?? 12) + 18}px`;
  let turn = 0;
  return {
    element,
    text: (value) => value,
    file: (value) => new Blob([value], { type: "text/plain;charset=utf-8" }),
    async show(value) {
      const mine = ++turn;
      const code = (value ?? "").replaceAll("\r\n", "\n");
      const language = (await languages())[port.language ?? "plain"] ?? {};
      if (mine !== turn) {
        return;
      }
      const lines = value === undefined ? [] : pieces(language, code);
      element.replaceChildren(...lines.map((line) => h("div", { class: "code-line" }, line.length === 0 ? "\u200b" : line.map(([part, text]) => (part === "plain" ? text : h("span", { class: `code-${part}` }, text))))));
      desk.caption(value === undefined ? "" : counted(lines.length, "line"));
    },
  };
}

/** The lines of a code in pieces; reads each character once. */
function pieces(language, code) {
  const lines = [[]];
  const add = (part, text) =>
    text.split("\n").forEach((piece, i) => {
      if (i > 0) {
        lines.push([]);
      }
      if (piece !== "") {
        lines.at(-1).push([part, piece]);
      }
    });
  const words = new Set((language.words ?? "").split(" "));
  const coloured = code.slice(0, MOST);
  let plain = 0;
  let at = 0;
  const take = (part, to) => {
    add("plain", coloured.slice(plain, at));
    add(part, coloured.slice(at, to));
    at = to;
    plain = to;
  };
  const until = (text, from) => {
    const end = coloured.indexOf(text, from);
    return end < 0 ? coloured.length : end;
  };
  while (at < coloured.length) {
    const block = (language.block ?? []).find(([begin]) => coloured.startsWith(begin, at));
    const quote = coloured[at];
    if (block) {
      take(block[2], Math.min(coloured.length, until(block[1], at + block[0].length) + block[1].length));
    } else if ((language.line ?? []).some((begin) => coloured.startsWith(begin, at))) {
      take("comment", until("\n", at));
    } else if ((language.quotes ?? "").includes(quote)) {
      let to = at + 1;
      while (to < coloured.length && coloured[to] !== "\n") {
        const sign = coloured[to];
        to += sign === "\\" && to + 1 < coloured.length && coloured[to + 1] !== "\n" ? 2 : 1;
        if (sign === quote) {
          break;
        }
      }
      take("string", to);
    } else if (/[\p{L}\p{Nd}_]/u.test(quote)) {
      const isNumber = /\p{Nd}/u.test(quote);
      let to = at + 1;
      while (to < coloured.length && (/[\p{L}\p{Nd}_]/u.test(coloured[to]) || (isNumber && coloured[to] === "."))) {
        to += 1;
      }
      const word = coloured.slice(at, to);
      if (language.words !== undefined && isNumber) {
        take("number", to);
      } else if (words.has(language.caseless ? word.toLowerCase() : word)) {
        take("word", to);
      } else {
        at = to;
      }
    } else {
      at += 1;
    }
  }
  add("plain", coloured.slice(plain) + code.slice(MOST));
  return lines;
}
