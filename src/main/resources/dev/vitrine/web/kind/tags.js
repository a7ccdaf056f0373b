// Several of a list, or free texts: check boxes for a few choices, chips with a field that finds and adds them otherwise.
import { figure, h, tool } from "../dom.js";
import { finder } from "../finder.js";

/** The most choices that stand there as check boxes, as in the window. */
const FEW = 8;
/** The most chips; nobody reads more. */
const MOST = 200;

export function editor(port, desk) {
  const names = new Map((port.choices ?? []).map((tag, i) => [tag, port.names?.[i] ?? tag]));
  const isOpen = names.size === 0 || port.custom === true;
  const held = { tags: [], isSet: false };
  const picker = (isOpen || names.size > FEW ? chipField : checkBoxes)(port, desk, names, isOpen, change);
  /** Where a run needs a value none is one, and so it is where a default would be filled in again. */
  const nothing = () => port.default !== undefined || (port.required && !port.minItems);
  function hold(tags) {
    held.tags = tags;
    picker.show(tags);
    if (picker.counts) {
      desk.aside(names.size > 0 ? `${figure(tags.length)} of ${figure(names.size)}` : tags.length > 0 ? figure(tags.length) : "");
    }
  }
  function change(more, gone = -1) {
    const left = held.tags.filter((_, i) => i !== gone);
    const isUnique = port.uniqueItems !== false;
    hold(isUnique ? [...new Set([...left, ...more])] : [...left, ...more]);
    held.isSet = held.tags.length > 0 || nothing();
    desk.changed();
  }
  function none() {
    hold([]);
    held.isSet = nothing();
    desk.changed();
  }
  const tools = h("div", { class: "tools" }, names.size > 0 && tool("Select all", () => change([...names.keys()])), tool(names.size > 0 ? "Select none" : "Remove all", none));
  return {
    element: h("div", { class: "stack" }, picker.element, tools),
    value: () => (held.isSet ? held.tags : undefined),
    show(value) {
      hold(value ?? []);
      held.isSet = value !== undefined || (port.default === undefined && nothing());
    },
  };
}

function checkBoxes(port, desk, names, isOpen, change) {
  let shown = [];
  const boxes = [...names].map(([tag, name]) => {
    const box = h("input", { type: "checkbox", value: tag });
    box.addEventListener("change", () => (box.checked ? change([tag]) : change([], shown.indexOf(tag))));
    return { tag, box, label: h("label", { class: "check" }, box, name) };
  });
  return {
    element: h("div", { class: "checks", role: "group", "aria-labelledby": desk.label }, boxes.map(({ label }) => label)),
    show(tags) {
      shown = tags;
      boxes.forEach(({ tag, box }) => (box.checked = tags.includes(tag)));
    },
  };
}

function chipField(port, desk, names, isOpen, change) {
  const many = names.size > 0;
  const prompt = !many ? "Add a tag" : `Find one of ${figure(names.size)}${isOpen ? ", or add another" : ""}`;
  const field = h("input", { id: desk.id, class: "input", type: "text", placeholder: prompt, autocomplete: "off", "aria-describedby": desk.note, dir: "auto" });
  const chips = h("div", { class: "tag-chips" });
  const meanings = new Map();
  names.forEach((_, tag) => meanings.set(tag.toLowerCase(), tag));
  names.forEach((name, tag) => meanings.has(name.toLowerCase()) || meanings.set(name.toLowerCase(), tag));
  const known = [...names].map(([value, name]) => ({ value, name }));
  const meant = (word) => (names.has(word) ? word : (meanings.get(word.toLowerCase()) ?? word));
  let shown = [];
  const finds = many && finder(field, `${port.label}, choices`, known, { skips: (tag) => shown.includes(tag), marks: (_, words) => (words !== "" && !isOpen ? 0 : -1), pick });
  const find = () => finds && finds.open();
  const close = () => finds && finds.close();

  function pick(tag) {
    change([tag]);
    field.value = "";
    find();
  }
  /** Adds what is typed; what is none of the choices is held too, and the endpoint says so. */
  function add() {
    const tags = read(field.value).map(meant);
    field.value = "";
    close();
    if (tags.length > 0) {
      change(tags);
    }
  }
  field.addEventListener("input", find);
  field.addEventListener("click", find);
  field.addEventListener("blur", () => (isOpen ? add() : close()));
  field.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (/[,\t\n\r]/.test(text.trim())) {
      event.preventDefault();
      change(read(text).map(meant));
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    const comma = event.key === "," && !field.value.trimStart().startsWith('"') && !known.some(({ name }) => name.toLowerCase().includes(`${field.value.trim().toLowerCase()},`));
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      add();
    } else if (finds && finds.key(event)) {
      return;
    } else if (event.key === "Enter" || comma) {
      event.preventDefault();
      if (event.key === "Enter" && field.value.trim() === "") {
        desk.submit();
      } else {
        add();
      }
    } else if (event.key === "Backspace" && field.value === "" && shown.length > 0) {
      event.preventDefault();
      change([], shown.length - 1);
    }
  });
  return {
    counts: true,
    element: h("div", { class: "tag-field" }, h("div", { class: "finder" }, field, finds && finds.list), chips),
    show(tags) {
      shown = tags;
      const isRefused = (tag) => !isOpen && !names.has(tag);
      const remove = (i) => {
        change([], i);
        (chips.querySelectorAll("button")[Math.min(i, shown.length - 1)] ?? field).focus();
      };
      fill(chips, tags, (tag, i) =>
        h("span", { class: `tag${isRefused(tag) ? " refused" : ""}` }, h("span", { class: "tag-name" }, names.get(tag) ?? tag), h("button", { type: "button", class: "tag-cross", "aria-label": `Remove ${names.get(tag) ?? tag}`, onclick: () => remove(i) }, "×")),
      );
    },
  };
}

export function viewer(port, desk) {
  const element = h("div", { class: "tag-chips", tabindex: 0, role: "group", "aria-label": port.label });
  const name = (tag) => port.names?.[(port.choices ?? []).indexOf(tag)] ?? tag;
  return {
    element,
    text: write,
    show(value) {
      fill(element, value ?? [], (tag) => h("span", { class: "tag" }, h("span", { class: "tag-name" }, name(tag))), value === undefined ? "–" : "none");
      desk.caption(value === undefined || value.length === 0 ? "" : figure(value.length));
    },
  };
}

function fill(element, tags, chip, none = "None yet") {
  const more = tags.length > MOST && h("span", { class: "quiet" }, `and ${figure(tags.length - MOST)} more`);
  element.replaceChildren(...(tags.length === 0 ? [h("span", { class: "no-tags" }, none)] : [...tags.slice(0, MOST).map(chip), more].filter(Boolean)));
}

/** Tags as people type and paste them: commas or lines between them, in quotation marks where one has a comma in it. */
function read(text) {
  const all = [];
  for (const [, kept, plain] of text.matchAll(/\s*"((?:[^"]|"")*)"?[^,\t\n\r]*(?:[,\t\n\r]|$)|([^,\t\n\r]*)(?:[,\t\n\r]|$)/g)) {
    const tag = kept === undefined ? plain.trim() : kept.replaceAll('""', '"');
    if (tag !== "") {
      all.push(tag);
    }
  }
  return all;
}

/** A text that `read` gives back. */
function write(tags) {
  return tags.map((tag) => (/[,\t\n\r]|^["[]/.test(tag) || tag !== tag.trim() ? `"${tag.replaceAll('"', '""')}"` : tag)).join(", ");
}
