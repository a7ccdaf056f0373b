// Elements made of plain words; text is always text, never markup.

const SVG = "http://www.w3.org/2000/svg";
let ids = 0;

/** An element with properties, listeners (`onclick`) and children; null and false children are left out. */
export function h(tag, props, ...children) {
  return dress(document.createElement(tag), props, children);
}

/** The same for drawings. */
export function svg(tag, props, ...children) {
  return dress(document.createElementNS(SVG, tag), props, children);
}

function dress(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An id that no other element of the page has. */
export function freshId(stem = "v") {
  ids += 1;
  return `${stem}-${ids}`;
}

/** A small button under a medium. */
export function tool(label, onclick, props = {}) {
  return h("button", { type: "button", class: "button small", onclick, ...props }, label);
}

/** Feather's arrows, as on the window's buttons. */
export const BACK = ["M1 4v6h6", "M3.51 15a9 9 0 1 0 2.13-9.36L1 10"];
export const FORTH = ["M23 4v6h-6", "M20.49 15a9 9 0 1 1-2.12-9.36L23 10"];

/** Feather's links of a chain. */
export const LINK = ["M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71", "M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"];

/** A drawing of lines, as large as letters. */
export function lines(paths) {
  return svg("svg", { class: "arrow", viewBox: "0 0 24 24", "aria-hidden": "true" }, paths.map((d) => svg("path", { d })));
}

/** Says something that is over in a moment, to eyes and ears. */
export function tell(words) {
  const told = document.getElementById("told");
  told.textContent = words;
  told.classList.add("seen");
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => told.classList.remove("seen"), 2400);
}

/** Puts text on the clipboard; where the browser has none for this page, through a selection. */
export async function copy(text, words = "Copied") {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h("textarea", { class: "away", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  tell(words);
}

/** Gives the user a file. */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A number as a person reads it, the same in every locale. */
export function figure(value, decimals) {
  if (typeof value !== "number") {
    return String(value);
  }
  if (decimals !== undefined) {
    return grouped(value.toFixed(decimals));
  }
  if (value !== 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-5)) {
    return value.toExponential(3);
  }
  return grouped(String(Number(value.toPrecision(7))));
}

/** How many there are of something, such as `1 row` or `12 000 rows`. */
export function counted(count, one, many = `${one}s`) {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

/** Thin spaces between thousands. */
function grouped(text) {
  const [whole, part] = text.split(".");
  const spaced = /^-?\d{5,}$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, "\u2009") : whole;
  return part === undefined ? spaced : `${spaced}.${part}`;
}

/** Milliseconds as a person reads them. */
export function time(ms) {
  return ms < 10 ? `${ms.toFixed(1)} ms` : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** A media query's worth of quiet: whether motion is unwanted. */
export function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
