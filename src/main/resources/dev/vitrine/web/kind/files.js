// Several files, and folders with what is in them: opened, dropped or pasted; saved one by one, or one after the other.
import { h, save, tool } from "../dom.js";
import { blobOf, pick, receive } from "../media.js";
import { length, MOST, name, named, words } from "./file.js";

/** How many files there may be where the port does not say. */
const MOST_FILES = 1000;

export function editor(port, desk) {
  const accept = (port.types ?? []).join(",");
  const hint = h("p", { class: "hint" }, `Drop or paste ${accept === "" ? "files and folders" : "files"} here${accept === "" ? "" : `: ${port.types.join(", ")}`}`);
  const most = port.maxItems ?? MOST_FILES;
  const list = new Rows(port, () => {});
  list.element.append(hint);
  list.element.id = desk.id;
  list.element.setAttribute("aria-describedby", desk.note);
  let all = [];
  const show = (value) => {
    all = value ?? [];
    list.show(all);
    hint.hidden = all.length > 0;
    desk.aside(all.length === 0 ? "" : count(all));
    remove.disabled = all.length === 0;
  };
  const change = (next) => {
    show(next);
    desk.changed();
  };
  const take = async (files) => {
    const room = port.maxBytes ?? MOST;
    const bytes = files.reduce((sum, file) => sum + file.size, 0) + all.reduce((sum, uri) => sum + length(uri), 0);
    if (files.length === 0) {
      desk.complain("There is no file in this folder but hidden ones; choose another folder.");
    } else if (all.length + files.length > most) {
      desk.complain(`'${port.label}' has ${all.length + files.length} files; give at most ${most}.`);
    } else if (bytes > room) {
      desk.complain(`The files of '${port.label}' have ${words(bytes)} together; give at most ${words(room)}.`);
    } else {
      try {
        const more = [];
        for (const file of files) {
          more.push(await named(file, file.webkitRelativePath || file.name));
        }
        change([...all, ...more]);
      } catch (error) {
        desk.complain(error.message);
      }
    }
  };
  const drop = () => {
    if (all.length > 0) {
      change(all.filter((_, i) => i !== list.chosen));
      list.focus();
    }
  };
  const remove = tool("Remove", drop, { "aria-label": `Remove from ${port.label}` });
  receive(list.element, ["*/*"], take, true, most + 1);
  list.element.addEventListener("keydown", (event) => {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      drop();
    }
  });
  show(undefined);
  const open = tool("Open…", () => pick(accept, null, take, true));
  const folder = tool("Folder…", () => pick("", null, (files) => take(files.filter(seen)), true, true));
  return {
    element: h("div", { class: "stack" }, list.element, h("div", { class: "tools" }, open, folder, remove)),
    value: () => (all.length === 0 ? undefined : all),
    show,
  };
}

export function viewer(port, desk) {
  let all = [];
  const list = new Rows(port, () => {});
  const every = async () => {
    for (const uri of all) {
      save(await blobOf(uri), last(name(uri)));
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  };
  const chosen = (value) => value[Math.min(list.chosen, value.length - 1)];
  return {
    element: list.element,
    tools: [tool("Download all", every, { "aria-label": `Download all of ${port.label}` })],
    text: (value) => value.map(name).join("\n"),
    file: async (value) => (value.length === 0 ? new Blob(["[]"], { type: "application/json" }) : blobOf(chosen(value))),
    name: (value) => (value.length === 0 ? `${port.name}.json` : last(name(chosen(value)))),
    show(value) {
      all = value ?? [];
      list.show(all);
      desk.caption(value === undefined ? "" : all.length === 0 ? "no files" : count(all));
    },
  };
}

/** Chromium drops what a page saves beyond ten files in a second. */
const PAUSE = 150;

/** Files as rows, one of which is chosen. */
class Rows {
  constructor(port) {
    this.chosen = 0;
    this.rows = [];
    this.element = h("div", { class: "files-pane is-empty", tabindex: 0, role: "group", "aria-label": port.label });
  }

  show(uris) {
    this.rows.forEach((row) => row.remove());
    this.chosen = Math.max(0, Math.min(this.chosen, uris.length - 1));
    this.rows = uris.map((uri, i) =>
      h(
        "button",
        { type: "button", class: "files-row", "aria-pressed": String(i === this.chosen), onclick: () => this.choose(i) },
        h("span", { class: "files-name", dir: "auto" }, name(uri)),
        h("span", { class: "files-size" }, words(length(uri))),
      ),
    );
    this.element.classList.toggle("is-empty", uris.length === 0);
    this.element.prepend(...this.rows);
  }

  choose(index) {
    this.chosen = index;
    this.rows.forEach((row, i) => row.setAttribute("aria-pressed", String(i === index)));
  }

  focus() {
    (this.rows[this.chosen] ?? this.element).focus();
  }
}

/** What the window passes over in a folder, this does too: what is hidden. */
function seen(file) {
  return !file.webkitRelativePath.split("/").some((part, i) => i > 0 && part.startsWith("."));
}

function last(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** How many files there are and how large they are, as in the window. */
function count(uris) {
  const size = words(uris.reduce((sum, uri) => sum + length(uri), 0));
  return uris.length === 1 ? `${last(name(uris[0]))}, ${size}` : `${uris.length} files, ${size}`;
}
