// Files of a browser: opened, dropped, pasted, taken with a camera.
import { h, tool } from "./dom.js";

/** A file's bytes as a data URI, which is how JSON carries them. */
export function dataUri(blob) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => fail(new Error("The file cannot be read; open it again."));
    reader.readAsDataURL(blob);
  });
}

/** The bytes of a data URI. */
export function blobOf(uri) {
  const comma = uri.indexOf(",");
  const type = uri.slice(5, comma).split(";")[0] || "application/octet-stream";
  const bytes = Uint8Array.from(atob(uri.slice(comma + 1)), (c) => c.charCodeAt(0));
  return new Blob([bytes], { type });
}

/** A picture as a value has it, bare base64 too. */
export function source(value) {
  return value.startsWith("data:") ? value : `data:image/png;base64,${value}`;
}

/** A drawn-ready picture; nothing where this browser cannot show its format. */
export async function picture(value) {
  const image = new Image();
  image.src = source(value);
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  }
}

/** What Vitrine reads itself. */
const READ = /^image\/(png|jpeg|gif|bmp|webp|tiff)/;

/** A picture that Vitrine reads: another one as PNG, where this browser can show it. */
export async function known(file) {
  const image = READ.test(file.type) || !file.type.startsWith("image/") ? null : await picture(await dataUri(file));
  if (image === null) {
    return file;
  }
  const canvas = h("canvas", { width: image.naturalWidth, height: image.naturalHeight });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), "image/png"));
}

/** What of a drawing's look comes from the style sheet, which a picture of it has to bring. */
const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-linejoin", "font-family", "font-size"];
const SHARP = 2;

/** A drawing as PNG, as it is seen. */
export async function drawn(drawing) {
  const copy = drawing.cloneNode(true);
  const all = [...drawing.querySelectorAll("*")];
  [...copy.querySelectorAll("*")].forEach((one, i) => {
    const style = getComputedStyle(all[i]);
    LOOKS.forEach((name) => one.setAttribute(name, style.getPropertyValue(name)));
  });
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute("width", width * SHARP);
  copy.setAttribute("height", height * SHARP);
  const image = await picture(`data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`);
  const canvas = h("canvas", { width: width * SHARP, height: height * SHARP });
  const pen = canvas.getContext("2d");
  pen.fillStyle = getComputedStyle(drawing.closest(".panel")).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** Asks for one file, or for several, which are then taken as a list. */
export function pick(accept, capture, take, several = false, folder = false) {
  const input = h("input", { type: "file", accept, capture: capture ?? null, multiple: several, webkitdirectory: folder });
  input.addEventListener("change", () => input.files[0] && take(several ? [...input.files] : input.files[0]));
  input.click();
}

/**
 * Takes files that are dropped on an element, or pasted while the focus is in it; several as a list, in which folders
 * are opened as far as to so many files.
 */
export function receive(element, accepts, take, several = false, inFolders = 0) {
  const find = (files) => {
    const found = [...files].filter((file) => accepts.some((range) => fits(file.type, range)));
    return several && found.length > 0 ? found : found[0];
  };
  element.addEventListener("dragover", (event) => {
    if ([...event.dataTransfer.items].some((item) => item.kind === "file")) {
      event.preventDefault();
      element.classList.add("drop");
    }
  });
  element.addEventListener("dragleave", () => element.classList.remove("drop"));
  element.addEventListener("drop", (event) => {
    element.classList.remove("drop");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (inFolders > 0 && entries.some((entry) => entry.isDirectory)) {
      event.preventDefault();
      unfolded(entries, inFolders).then(take);
      return;
    }
    const files = [...event.dataTransfer.files];
    // of what is dropped nothing is passed over in silence: what is of another type is refused by name
    const file = several && files.length > 0 ? files : (find(files) ?? files[0]);
    if (file) {
      event.preventDefault();
      take(file);
    }
  });
  element.addEventListener("paste", (event) => {
    const file = find(event.clipboardData.files);
    if (file) {
      event.preventDefault();
      take(file);
    }
  });
}

/** The files that were dropped and those in folders, with their ways as if a folder had been opened; none that is hidden. */
async function unfolded(entries, most) {
  const files = [];
  const look = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((done) => entry.file(done, () => done(null)));
      if (file !== null) {
        const way = entry.fullPath.replace(/^\//, "");
        files.push(way.includes("/") ? Object.defineProperty(file, "webkitRelativePath", { value: way }) : file);
      }
      return;
    }
    const reader = entry.createReader();
    // a folder is read a hundred at a time, until nothing comes any more
    for (let some = await next(reader); some.length > 0 && files.length < most; some = await next(reader)) {
      for (const one of some.filter((child) => !child.name.startsWith("."))) {
        if (files.length < most) {
          await look(one);
        }
      }
    }
  };
  for (const entry of entries) {
    await look(entry);
  }
  return files;
}

function next(reader) {
  return new Promise((done) => reader.readEntries(done, () => done([])));
}

function fits(type, range) {
  return range === "*/*" || (range.endsWith("/*") ? type.startsWith(range.slice(0, -1)) : type === range);
}

/** A button that pastes a file; without one where the browser does not let pages read the clipboard. */
export function paster(accepts, take, complain) {
  if (!navigator.clipboard?.read) {
    return null;
  }
  return tool("Paste", async () => {
    try {
      for (const item of await navigator.clipboard.read()) {
        const type = item.types.find((one) => accepts.some((range) => fits(one, range)));
        if (type) {
          take(await item.getType(type));
          return;
        }
      }
      complain("There is nothing of this kind on the clipboard; copy it first.");
    } catch {
      complain("The browser did not let this page read the clipboard; press Ctrl+V here instead.");
    }
  });
}

/** Whether this page may use camera and microphone: a browser lets only loopback and safe connections. */
export function hasDevices() {
  return Boolean(navigator.mediaDevices?.getUserMedia);
}

/** What to say where a device cannot be had. */
export function deviceSentence(error, name) {
  switch (error.name) {
    case "NotAllowedError":
      return `The browser does not let this page use the ${name}; allow it in the address bar, then try again.`;
    case "NotFoundError":
      return `There is no ${name} here; connect one, or open a file.`;
    default:
      return `The ${name} does not start; close other programs that use it, then try again.`;
  }
}

/**
 * A camera to take one picture with, as a dialog. Where the page may not have one, a phone's own camera program takes
 * the picture.
 */
export async function camera(take, complain) {
  if (!hasDevices()) {
    pick("image/*", "environment", take);
    return;
  }
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
  } catch (error) {
    complain(deviceSentence(error, "camera"));
    return;
  }
  const video = h("video", { autoplay: true, playsinline: true, muted: true, "aria-label": "What the camera sees" });
  video.muted = true;
  video.srcObject = stream;
  const shoot = h("button", { type: "button", class: "button primary", disabled: true }, "Take picture");
  const dialog = h("dialog", { class: "camera", "aria-label": "Camera" }, video, h("div", { class: "buttons" }, h("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Cancel"), shoot));
  video.addEventListener("loadeddata", () => (shoot.disabled = false));
  shoot.addEventListener("click", () => {
    const canvas = h("canvas", { width: video.videoWidth, height: video.videoHeight });
    canvas.getContext("2d").drawImage(video, 0, 0);
    canvas.toBlob((blob) => {
      dialog.close();
      take(blob);
    }, "image/png");
  });
  dialog.addEventListener("close", () => {
    stream.getTracks().forEach((track) => track.stop());
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
