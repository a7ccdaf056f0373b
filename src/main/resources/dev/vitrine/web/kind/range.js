// Two numbers between two ends: a slider with two thumbs, with a field for each.
import { figure, h } from "../dom.js";
import { exact, stop } from "../steps.js";

export function editor(port, desk) {
  const step = port.step ?? "any";
  const bounds = { min: port.min, max: port.max };
  const ends = ["from", "to"].map((end) => ({
    thumb: h("input", { ...bounds, step: stop(port), type: "range", class: "thumb", "aria-label": `${port.label}, ${end}`, "aria-describedby": desk.note }),
    field: h("input", { ...bounds, step, type: "number", class: "input exact", inputmode: "decimal", "aria-label": `${port.label}, ${end}, exactly` }),
  }));
  const [low, high] = ends;
  const track = h("div", { class: "two-thumbs" }, low.thumb, high.thumb);
  let isSet = false;
  const part = (thumb) => `${(100 * (Number(thumb.value) - port.min)) / (port.max - port.min || 1)}%`;
  function paint() {
    track.style.setProperty("--from", part(low.thumb));
    track.style.setProperty("--to", part(high.thumb));
    // where both thumbs stand at the upper end only the lower one can still move
    low.thumb.style.zIndex = Number(low.thumb.value) >= port.max ? "1" : "0";
  }
  function slid(end) {
    // a thumb stops at the other
    const other = Number((end === low ? high : low).thumb.value);
    const now = Number(end.thumb.value);
    end.thumb.value = end === low ? Math.min(now, other) : Math.max(now, other);
    ends.forEach((each) => (each.field.value = exact(port, each.thumb.value)));
    isSet = true;
    paint();
    desk.changed();
  }
  function wrote(end) {
    isSet = true;
    end.thumb.value = end.field.value;
    paint();
    desk.changed();
  }
  for (const end of ends) {
    end.thumb.addEventListener("input", () => slid(end));
    end.field.addEventListener("input", () => wrote(end));
    end.field.addEventListener("keydown", (event) => event.key === "Enter" && desk.submit());
  }
  return {
    element: h("div", { class: "slider-row range-row" }, low.field, track, high.field, port.unit && h("span", { class: "unit" }, port.unit)),
    // what is no number is sent as text, so that the endpoint says so
    value: () => (isSet ? ends.map((end) => (end.field.value === "" ? "" : Number(end.field.value))) : undefined),
    show(value) {
      isSet = value !== undefined;
      const shown = value ?? [port.min, port.max];
      ends.forEach((end, i) => {
        end.thumb.value = shown[i];
        end.field.value = exact(port, shown[i]);
      });
      isSet ||= port.required;
      paint();
    },
  };
}

export function viewer(port) {
  const ends = h("span", { class: "number-answer" }, "–");
  const words = (value) => `${figure(value[0], port.decimals)} to ${figure(value[1], port.decimals)}`;
  return {
    element: h("p", { class: "number-line" }, ends, port.unit && h("span", { class: "unit" }, port.unit)),
    text: words,
    show: (value) => (ends.textContent = value === undefined ? "–" : words(value)),
  };
}
