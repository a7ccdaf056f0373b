// A sound: opened, dropped, pasted or recorded; played over its waveform.
import { h, tool } from "../dom.js";
import { blobOf, dataUri, hasDevices, pick, receive } from "../media.js";
import { Recording } from "../record.js";
import { clock, known, Player } from "../sound.js";

export function editor(port, desk) {
  const player = new Player(port.label);
  const most = port.maxSeconds ?? 600;
  let value;
  let recording = null;
  player.hint.textContent = "Record, drop a sound here, or open a file";
  player.element.tabIndex = 0;
  const show = async (next) => {
    value = next;
    const seconds = await player.show(next);
    player.hint.textContent = next === undefined ? "Record, drop a sound here, or open a file" : "This browser cannot play the file; the model may read it all the same";
    desk.aside(seconds === null ? "" : clock(seconds));
  };
  const take = async (file) => {
    try {
      await show(await dataUri(await known(file)));
      desk.changed();
    } catch (error) {
      desk.complain(error.message);
    }
  };
  const level = h("meter", { class: "level", min: 0, max: 1, hidden: true, "aria-label": "Level" });
  const record = tool("Record", async () => {
    if (recording !== null) {
      await end();
      return;
    }
    if (!hasDevices()) {
      // a phone's own recorder, where it has one
      pick(port.accepts.join(","), "user", take);
      return;
    }
    try {
      await show(undefined);
      record.disabled = true;
      recording = await Recording.begin((loud, seconds) => {
        level.value = loud;
        player.hint.textContent = `Recording ${clock(seconds)}`;
        if (seconds >= most) {
          end();
        }
      });
      level.hidden = false;
      record.textContent = "Stop recording";
      record.classList.add("danger");
    } catch (error) {
      desk.complain(error.message);
    } finally {
      record.disabled = false;
    }
  });
  const end = async () => {
    const mine = recording;
    recording = null;
    if (mine === null) {
      return;
    }
    record.textContent = "Record";
    record.classList.remove("danger");
    level.hidden = true;
    try {
      await take(await mine.end());
    } catch (error) {
      await show(undefined);
      desk.complain(error.message);
    }
  };
  receive(player.element, port.accepts, take);
  return {
    element: h("div", { class: "audio-editor" }, player.element, h("div", { class: "tools" }, player.playButton, record, level, tool("Open…", () => pick(port.accepts.join(","), null, take)), tool("Clear", () => {
      show(undefined);
      desk.changed();
    }, { "aria-label": `Clear ${port.label}` }))),
    value: () => value,
    show,
    close() {
      recording?.end().catch(() => {});
      player.close();
    },
  };
}

export function viewer(port, desk) {
  const player = new Player(port.label);
  return {
    element: player.element,
    tools: [player.playButton],
    copies: false,
    file: (value) => blobOf(value),
    async show(value) {
      const seconds = await player.show(value);
      desk.caption(seconds === null ? "" : clock(seconds));
    },
    close: () => player.close(),
  };
}
