// Markdown, as elements and never as markup: headings, lists, quotations, tables, code, emphasis, links.
import { h } from "../dom.js";
export { editor } from "./text.js";

export function viewer(port) {
  const element = h("div", { class: "prose markdown-answer", tabindex: 0, role: "document", "aria-label": port.label });
  return {
    element,
    text: (value) => value,
    file: (value) => new Blob([value], { type: "text/markdown;charset=utf-8" }),
    show: (value) => element.replaceChildren(...render(value ?? "")),
  };
}

/** The elements of a text. */
export function render(text) {
  return blocks(text.replaceAll("\r\n", "\n").split("\n"));
}

const FENCE = /^\s*(```|~~~)/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;

function blocks(lines) {
  const all = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    const heading = HEADING.exec(line);
    if (line.trim() === "") {
      i += 1;
    } else if (FENCE.test(line)) {
      const end = lines.findIndex((one, n) => n > i && FENCE.test(one));
      const last = end < 0 ? lines.length : end;
      all.push(h("pre", { class: "code" }, h("code", {}, lines.slice(i + 1, last).join("\n"))));
      i = last + 1;
    } else if (heading) {
      // the page has its own first heading
      all.push(h(`h${Math.min(6, heading[1].length + 1)}`, {}, inline(heading[2])));
      i += 1;
    } else if (RULE.test(line)) {
      all.push(h("hr"));
      i += 1;
    } else if (/^\s*>/.test(line)) {
      const [taken, next] = run(lines, i, (one) => /^\s*>/.test(one));
      all.push(h("blockquote", {}, blocks(taken.map((one) => one.replace(/^\s*> ?/, "")))));
      i = next;
    } else if (ITEM.test(line)) {
      const [list, next] = items(lines, i);
      all.push(list);
      i = next;
    } else if (line.includes("|") && /^[\s|:-]+$/.test(lines[i + 1] ?? "") && (lines[i + 1] ?? "").includes("-")) {
      const [taken, next] = run(lines, i, (one) => one.includes("|"));
      all.push(grid(taken));
      i = next;
    } else {
      const [taken, next] = run(lines, i, (one, n) => one.trim() !== "" && (n === 0 || !(FENCE.test(one) || HEADING.test(one) || ITEM.test(one) || /^\s*>/.test(one))));
      all.push(h("p", {}, inline(taken.join("\n"))));
      i = next;
    }
  }
  return all;
}

function run(lines, from, belongs) {
  let to = from;
  while (to < lines.length && belongs(lines[to], to - from)) {
    to += 1;
  }
  return [lines.slice(from, to), Math.max(to, from + 1)];
}

function items(lines, from) {
  const [, indent, mark] = ITEM.exec(lines[from]);
  const list = h(/\d/.test(mark) ? "ol" : "ul");
  let i = from;
  while (i < lines.length) {
    const item = ITEM.exec(lines[i]);
    if (!item || item[1].length !== indent.length) {
      break;
    }
    const own = [item[3]];
    i += 1;
    while (i < lines.length && (lines[i].trim() === "" ? /^\s+\S/.test(lines[i + 1] ?? "") : lines[i].search(/\S/) > indent.length)) {
      own.push(lines[i].slice(Math.min(lines[i].search(/\S|$/), indent.length + 2)));
      i += 1;
    }
    const inside = blocks(own);
    list.append(h("li", {}, inside.length > 0 && inside[0].tagName === "P" ? [...inside[0].childNodes, ...inside.slice(1)] : inside));
    while (lines[i]?.trim() === "" && ITEM.test(lines[i + 1] ?? "")) {
      i += 1;
    }
  }
  return [list, i];
}

function grid([head, , ...rest]) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => inline(cell.trim()));
  return h("div", { class: "table-scroll" }, h("table", {}, h("thead", {}, h("tr", {}, cells(head).map((cell) => h("th", { scope: "col" }, cell)))), h("tbody", {}, rest.map((line) => h("tr", {}, cells(line).map((cell) => h("td", {}, cell)))))));
}

const SPAN = /(`+)([\s\S]*?[^`])\1(?!`)|(\*\*|__)(?=\S)([\s\S]*?\S)\3|(\*|_)(?=\S)([\s\S]*?\S)\5|!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)|<(https?:[^>\s]+)>|\\([\\`*_{}[\]()#+.!|>-])/;

function inline(text) {
  const all = [];
  let rest = text;
  for (let found = SPAN.exec(rest); found !== null; found = SPAN.exec(rest)) {
    const [whole, , code, , strong, mark, soft, label, target, plain, escaped] = found;
    const before = rest.slice(0, found.index);
    if (mark === "_" && /\w$/.test(before)) {
      // snake_case is no emphasis
      all.push(rest.slice(0, found.index + 1));
      rest = rest.slice(found.index + 1);
      continue;
    }
    all.push(before);
    all.push(code ? h("code", {}, code.trim()) : strong ? h("strong", {}, inline(strong)) : soft ? h("em", {}, inline(soft)) : escaped ? escaped : link(label ?? plain, target ?? plain));
    rest = rest.slice(found.index + whole.length);
  }
  all.push(rest);
  return all.filter((one) => one !== "");
}

/** Only what leads to a page is a link; nothing is fetched, pictures neither. */
function link(label, target) {
  return /^https?:\/\//.test(target) ? h("a", { href: target, rel: "noopener noreferrer", target: "_blank" }, label) : h("span", {}, label);
}
