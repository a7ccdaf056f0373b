// A log: its last lines by their level, followed as they come.
import { counted, figure, h } from "../dom.js";
export { editor } from "./text.js";

/** The lines that are shown; nobody reads more. */
const MOST = 10_000;
/** Where a line's level stands, if it says one. */
const HEAD = 80;
/** What a terminal obeys and does not show. */
const SEQUENCES = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-Z\\-_]/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const LEVEL = /\b(FATAL|CRITICAL|SEVERE|ERROR|WARNING|WARN|NOTICE|INFO|CONFIG|DEBUG|FINER|FINEST|FINE|TRACE)\b|\[([a-zA-Z]+)\]|\blevel=([a-zA-Z]+)\b/;
const LEVELS = { fatal: "error", critical: "error", severe: "error", error: "error", warning: "warning", warn: "warning", notice: "info", info: "info", config: "info", debug: "debug", finer: "debug", finest: "debug", fine: "debug", trace: "debug" };

export function viewer(port, desk) {
  const element = h("div", { class: "log-lines", tabindex: 0, role: "log", "aria-label": port.label });
  element.style.height = `${18 * (port.lines ?? 12) + 18}px`;
  let shown = [];
  return {
    element,
    text: (value) => plain(value),
    file: (value) => new Blob([plain(value)], { type: "text/plain;charset=utf-8" }),
    show(value) {
      const atEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 4;
      const text = (value ?? "").replace(/\n$/, "");
      const all = text === "" ? [] : text.split("\n");
      const lines = all.slice(-MOST).map((line) => plain(line));
      // what is there already stays, so that a line more costs a line
      const same = lines.findIndex((line, i) => shown[i] !== line);
      const kept = same < 0 ? Math.min(lines.length, shown.length) : same;
      while (element.childElementCount > kept) {
        element.lastElementChild.remove();
      }
      let before = element.lastElementChild?.dataset.level ?? "none";
      for (const line of lines.slice(kept)) {
        before = level(line, before);
        element.append(h("div", { class: "log-line", "data-level": before, dir: "auto" }, line === "" ? "\u200b" : line));
      }
      shown = lines;
      desk.caption(value === undefined ? "" : all.length > lines.length ? `last ${figure(lines.length)} of ${counted(all.length, "line")}` : counted(all.length, "line"));
      if (atEnd) {
        element.scrollTop = element.scrollHeight;
      }
    },
  };
}

/** A log without what only a terminal obeys; of a line written over again the last state stays. */
function plain(log) {
  return log
    .replace(SEQUENCES, "")
    .split("\n")
    .map((line) => line.replace(/\r$/, "").replace(/^[\s\S]*\r/, "").replace(CONTROLS, ""))
    .join("\n");
}

function level(line, before) {
  const [, word, inBrackets, named] = LEVEL.exec(line.slice(0, HEAD)) ?? [];
  const found = LEVELS[(word ?? inBrackets ?? named ?? "").toLowerCase()];
  return found ?? (/^(\s|Caused by:)/.test(line) ? before : "none");
}
