// Numbers as colours whose lightness only grows, over the picture they belong to.
import { h, svg } from "../dom.js";
import { blobOf, picture, source } from "../media.js";
import { knob, Stage, under } from "../overlay.js";
export { editor } from "./image.js";

const STEPS = 5;
/** How much of the picture the map covers at first, as in the window. */
const START = 0.75;
/** The alpha of the least number over a picture, as in the window; full from the second colour on. */
const THIN = 0x60;

export function viewer(port, desk) {
  const stage = new Stage(port.label);
  const over = under(port, desk.model, "image");
  let turn = 0;
  const opacity = knob("Opacity", { min: 0, max: 1, step: 0.05, value: START }, (value) => stage.layer.style.setProperty("opacity", value));
  stage.layer.style.setProperty("opacity", over === null ? 1 : START);
  return {
    element: h("div", { class: "stack" }, stage.element, h("p", { class: "heat-scale", "aria-hidden": "true" }, "least", h("span", { class: "heat-bar" }), "greatest")),
    stage: stage.element,
    tools: over === null ? [] : [opacity],
    file: (value) => blobOf(source(value)),
    async show(value) {
      const mine = ++turn;
      const size = await stage.ground(value === undefined || over === null ? null : desk.input(over));
      const map = value === undefined ? null : await colours(value, over === null ? 255 : THIN);
      if (mine !== turn) {
        return;
      }
      stage.element.classList.toggle("is-empty", map === null);
      desk.caption(map === null ? "" : `${map.width} × ${map.height}`);
      const { width, height } = size ?? map ?? { width: 1, height: 1 };
      stage.draw(width, height, map === null ? [] : [svg("image", { href: map.url, x: 0, y: 0, width, height, preserveAspectRatio: "none" })], "map");
    },
  };
}

async function colours(value, thin) {
  const image = await picture(value);
  if (image === null) {
    return null;
  }
  const canvas = h("canvas", { width: image.naturalWidth, height: image.naturalHeight });
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  const scale = ramp();
  for (let i = 0; i < pixels.data.length; i += 4) {
    const light = pixels.data[i];
    const at = 3 * light;
    pixels.data[i] = scale[at];
    pixels.data[i + 1] = scale[at + 1];
    pixels.data[i + 2] = scale[at + 2];
    pixels.data[i + 3] = Math.round(thin + (255 - thin) * Math.min(1, (light / 255) * (STEPS - 1)));
  }
  pen.putImageData(pixels, 0, 0);
  return { width: canvas.width, height: canvas.height, url: canvas.toDataURL("image/png") };
}

/** The style sheet's steps and what lies between them, for 256 greys. */
function ramp() {
  const style = getComputedStyle(document.documentElement);
  const steps = Array.from({ length: STEPS }, (_, i) => style.getPropertyValue(`--heat-${i}`).trim());
  const rgb = steps.map((ink) => [1, 3, 5].map((i) => Number.parseInt(ink.slice(i, i + 2), 16)));
  return Uint8Array.from({ length: 768 }, (_, i) => {
    const at = (Math.floor(i / 3) / 255) * (STEPS - 1);
    const below = Math.min(STEPS - 2, Math.floor(at));
    return rgb[below][i % 3] + (at - below) * (rgb[below + 1][i % 3] - rgb[below][i % 3]);
  });
}
