// Text with highlighted parts, and a legend above it. Places are counted in code points.
import { figure, h } from "../dom.js";
import { palette } from "../overlay.js";
import { jsonEditor } from "./tensor.js";

/** Labels that are counted. */
const NAMED = 3;

export const editor = jsonEditor;

export function viewer(port, { caption }) {
  const colour = palette(port);
  const legend = h("div", { class: "span-legend" });
  const text = h("div", { class: "text-answer span-text", dir: "auto", tabindex: 0, role: "document", "aria-label": port.label });
  return {
    element: h("div", { class: "stack span-answer" }, legend, text),
    text: (value) => value.text,
    show(value) {
      const found = value?.spans ?? [];
      const labels = [...new Set(found.map((span) => span.label))];
      legend.replaceChildren(...labels.map((label) => h("span", { class: `span-plate colour-${colour(label)}` }, label)));
      text.replaceChildren(...pieces(value?.text ?? "", found, colour));
      caption(value === undefined ? "" : count(found));
    },
  };
}

/** How many parts of the first labels there are, as in the window. */
function count(spans) {
  const labels = [...new Set(spans.map((span) => span.label))].sort().slice(0, NAMED);
  return spans.length === 0 ? "nothing found" : labels.map((label) => `${figure(spans.filter((span) => span.label === label).length)} ${label}`.trim()).join(", ");
}

function pieces(text, spans, colour) {
  const points = [...text];
  const all = [];
  let at = 0;
  for (const span of spans) {
    all.push(points.slice(at, span.start).join(""));
    all.push(
      h(
        "mark",
        { class: `span-mark colour-${colour(span.label)}`, title: `${span.label} ${span.score?.toFixed(2) ?? ""}`.trim() },
        points.slice(span.start, span.end).join(""),
        h("span", { class: "span-said" }, ` (${span.label})`),
      ),
    );
    at = span.end;
  }
  all.push(points.slice(at).join(""));
  return all;
}
