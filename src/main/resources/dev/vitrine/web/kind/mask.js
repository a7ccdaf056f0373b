// Areas over the picture they were found in, with a legend and how much of them is seen.
import { counted, h, svg } from "../dom.js";
import { MaskPad } from "../maskpad.js";
import { picture, source } from "../media.js";
import { knob, palette, Stage, under } from "../overlay.js";
import { jsonEditor } from "./tensor.js";

/** Who has 16 areas has seen enough colours. */
const MOST_NAMED = 16;

/** Painted by hand over a picture; JSON where there is none. */
export function editor(port, desk) {
  return under(port, desk.model, "image") === null ? jsonEditor(port, desk) : new MaskPad(port, desk);
}

export function viewer(port, desk) {
  const stage = new Stage(port.label);
  const colour = palette(port);
  const legend = h("ul", { class: "legend", "aria-label": `${port.label}, legend` });
  const hidden = new Set();
  let turn = 0;
  let areas = [];
  let extent = { width: 1, height: 1 };
  const draw = () => {
    const seen = areas.filter(({ label }) => !hidden.has(label));
    stage.draw(extent.width, extent.height, seen.map(({ url }) => svg("image", { href: url, x: 0, y: 0, width: extent.width, height: extent.height, preserveAspectRatio: "none" })), counted(seen.length, "area"));
  };
  const tools = [knob("Opacity", { min: 0, max: 1, step: 0.05, value: 0.6 }, (value) => stage.layer.style.setProperty("opacity", value))];
  stage.layer.style.setProperty("opacity", 0.6);
  return {
    element: h("div", { class: "stack" }, stage.element, legend),
    stage: stage.element,
    tools,
    async show(value) {
      const mine = ++turn;
      const size = await stage.ground(value === undefined ? null : desk.input(under(port, desk.model, "image")));
      const segments = value?.segments ?? [];
      const painted = await Promise.all(segments.map((segment) => paint(segment, colour(segment.label))));
      if (mine !== turn) {
        return;
      }
      areas = painted.filter(Boolean);
      extent = size ?? value ?? extent;
      stage.element.classList.toggle("is-empty", value === undefined);
      desk.caption(value === undefined ? "" : count(segments.length));
      legend.replaceChildren(...[...new Set(segments.map(({ label }) => label))].slice(0, MOST_NAMED).map((label) => entry(label)));
      draw();
    },
  };

  function entry(label) {
    const box = h("input", { type: "checkbox", checked: !hidden.has(label) });
    box.addEventListener("change", () => {
      if (box.checked) {
        hidden.delete(label);
      } else {
        hidden.add(label);
      }
      draw();
    });
    return h("li", {}, h("label", {}, box, h("span", { class: `box-mark colour-${colour(label)}`, "aria-hidden": "true" }), label || "Area"));
  }
}

/** How many segments there are, as in the window. */
function count(all) {
  return all === 0 ? "nothing found" : counted(all, "segment");
}

/** An area, whose picture is white where it is, in its class's colour. */
async function paint({ label, mask }, colour) {
  const image = await picture(source(mask));
  if (image === null) {
    return null;
  }
  const canvas = h("canvas", { width: image.naturalWidth, height: image.naturalHeight });
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  const ink = getComputedStyle(document.documentElement).getPropertyValue(`--box-${colour}`).trim();
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(ink.slice(i, i + 2), 16));
  for (let i = 0; i < pixels.data.length; i += 4) {
    pixels.data[i + 3] = pixels.data[i];
    pixels.data[i] = r;
    pixels.data[i + 1] = g;
    pixels.data[i + 2] = b;
  }
  pen.putImageData(pixels, 0, 0);
  return { label, url: canvas.toDataURL("image/png") };
}
