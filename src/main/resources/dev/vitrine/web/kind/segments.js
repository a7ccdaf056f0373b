// Parts of a sound over its waveform, and as a list; a press on one plays it.
import { counted, h } from "../dom.js";
import { palette, under } from "../overlay.js";
import { clock, Player } from "../sound.js";
import { jsonEditor } from "./tensor.js";

export const editor = jsonEditor;

export function viewer(port, desk) {
  const player = new Player(port.label);
  const colour = palette(port);
  const list = h("ul", { class: "box-list", "aria-label": `${port.label}, list` });
  return {
    element: player.element,
    below: list,
    tools: [player.playButton],
    text: (value) => value.segments.map((part) => [part.label, part.start, part.end, part.score].join("\t")).join("\n"),
    async show(value) {
      const parts = value?.segments ?? [];
      const over = value === undefined ? null : under(port, desk.model, "audio");
      await player.show(over === null ? undefined : desk.input(over));
      if (player.seconds === 0) {
        player.seconds = Math.max(0, ...parts.map((part) => part.end));
      }
      player.element.classList.toggle("is-empty", value === undefined);
      player.mark(parts.map((part) => ({ ...part, colour: colour(part.label) })), value?.scores);
      desk.caption(value === undefined ? "" : count(parts));
      list.replaceChildren(
        ...parts.map((part) =>
          h(
            "li",
            {},
            h(
              "button",
              { type: "button", class: "box-row", onclick: () => player.play(part.start, part.end) },
              h("span", { class: `box-mark colour-${colour(part.label)}`, "aria-hidden": "true" }),
              h("span", { class: "box-name" }, part.label),
              h("span", { class: "box-place" }, `${clock(part.start)} to ${clock(part.end)}`),
              h("span", { class: "box-place" }, clock(part.end - part.start)),
              h("span", { class: "box-score" }, part.score?.toFixed(2) ?? ""),
            ),
          ),
        ),
      );
    },
    close: () => player.close(),
  };
}

/** How many parts there are and how long they are together, as in the window. */
function count(parts) {
  const length = clock(parts.reduce((sum, part) => sum + part.end - part.start, 0));
  return parts.length === 0 ? "nothing found" : `${counted(parts.length, "part")}, ${length}`;
}
