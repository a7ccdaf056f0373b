// Sounds: read, drawn as a waveform, played, and written as WAV.
import { h, tool } from "./dom.js";
import { blobOf } from "./media.js";

const BARS = 160;
/** Between scores of 0 or 1 and the edge. */
const EDGE = 12;

/** The samples of a sound as this browser reads it; nothing where it cannot. */
export async function decode(blob) {
  try {
    const context = new OfflineAudioContext(1, 1, 44_100);
    return await context.decodeAudioData(await blob.arrayBuffer());
  } catch {
    return null;
  }
}

/** The loudest of each part, from 0 to 1. */
function peaks(sound) {
  const samples = sound.getChannelData(0);
  const part = Math.max(1, Math.floor(samples.length / BARS));
  return Array.from({ length: Math.min(BARS, samples.length) }, (_, bar) => {
    let most = 0;
    for (let i = bar * part; i < Math.min((bar + 1) * part, samples.length); i += 1) {
      most = Math.max(most, Math.abs(samples[i]));
    }
    return most;
  });
}

/** A sound as 16-bit WAV with one channel. */
export function wav(sound) {
  const channels = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i));
  const count = sound.length;
  const view = new DataView(new ArrayBuffer(44 + 2 * count));
  const word = (at, text) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  word(0, "RIFF");
  view.setUint32(4, 36 + 2 * count, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sound.sampleRate, true);
  view.setUint32(28, sound.sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, "data");
  view.setUint32(40, 2 * count, true);
  for (let i = 0; i < count; i += 1) {
    const sample = channels.reduce((sum, channel) => sum + channel[i], 0) / channels.length;
    view.setInt16(44 + 2 * i, Math.round(32_767 * Math.max(-1, Math.min(1, sample))), true);
  }
  return new Blob([view], { type: "audio/wav" });
}

/** What Vitrine reads itself. */
const READ = /wav|flac|aiff|basic|\/au$/;

/** A file that Vitrine reads: another one, such as a phone's recording, as WAV, where this browser can read that. */
export async function known(file) {
  const sound = READ.test(file.type) ? null : await decode(file);
  return sound === null ? file : wav(sound);
}

/** Lengths and places of sounds in the window's words: 0.25 s, 4.80 s, 12.3 s, from a minute on 1:05, from an hour on 2:00:00. */
export function clock(seconds) {
  if (seconds < 60) {
    return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
  }
  const whole = Math.round(seconds);
  const two = (part) => String(part).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${two(whole % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

/** A waveform that plays; parts of it can be marked. */
export class Player {
  constructor(label) {
    this.label = label;
    this.audio = h("audio", { preload: "auto" });
    this.canvas = h("canvas", { class: "wave", "aria-hidden": "true" });
    this.seek = h("input", { type: "range", class: "seek", min: 0, max: 1, step: 0.01, value: 0, "aria-label": `Place in ${label}` });
    this.hint = h("p", { class: "hint" });
    this.element = h("div", { class: "medium sound is-empty", role: "group", "aria-label": label }, this.canvas, this.seek, this.hint);
    this.playButton = tool("Play", () => this.toggle(), { disabled: true, "aria-label": `Play ${label}` });
    this.audio.addEventListener("timeupdate", () => this.moved());
    this.audio.addEventListener("ended", () => this.playing(false));
    this.seek.addEventListener("input", () => {
      this.audio.currentTime = Number(this.seek.value);
      this.draw();
    });
    this.bars = [];
    this.parts = [];
    this.turn = 0;
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(this.element);
    this.dark = new MutationObserver(() => this.draw());
    this.dark.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  }

  /** Shows a sound; nothing takes it away. @returns its length in seconds, null where it cannot be read */
  async show(value) {
    const mine = ++this.turn;
    this.stop();
    const blob = value === undefined || value === null ? null : blobOf(value.startsWith("data:") ? value : `data:audio/wav;base64,${value}`);
    const sound = blob === null ? null : await decode(blob);
    if (mine !== this.turn) {
      return null;
    }
    if (this.url) {
      URL.revokeObjectURL(this.url);
    }
    this.url = blob === null ? null : URL.createObjectURL(blob);
    if (this.url === null) {
      this.audio.removeAttribute("src");
    } else {
      this.audio.src = this.url;
    }
    this.seconds = sound?.duration ?? 0;
    this.seek.max = this.seconds || 1;
    this.seek.value = 0;
    this.bars = sound === null ? [] : peaks(sound);
    this.playButton.disabled = sound === null;
    this.element.classList.toggle("is-empty", sound === null);
    this.draw();
    return sound === null ? null : this.seconds;
  }

  /** Marks parts, each with `start`, `end` and a `colour`, and draws scores along the sound, `step` seconds apart. */
  mark(parts, scores) {
    this.parts = parts;
    this.scores = scores;
    this.draw();
  }

  toggle() {
    if (this.audio.paused) {
      this.audio.play();
      this.playing(true);
    } else {
      this.stop();
    }
  }

  /** Plays one part. */
  play(start, end) {
    this.audio.currentTime = start;
    this.until = end;
    this.audio.play();
    this.playing(true);
  }

  stop() {
    this.audio.pause();
    this.playing(false);
  }

  playing(isOn) {
    this.playButton.textContent = isOn ? "Pause" : "Play";
    if (!isOn) {
      this.until = undefined;
    }
  }

  moved() {
    if (this.until !== undefined && this.audio.currentTime >= this.until) {
      this.stop();
    }
    this.seek.value = this.audio.currentTime;
    this.draw();
  }

  draw() {
    const box = this.canvas.getBoundingClientRect();
    if (box.width === 0) {
      return;
    }
    const scale = devicePixelRatio;
    this.canvas.width = Math.round(box.width * scale);
    this.canvas.height = Math.round(box.height * scale);
    const pen = this.canvas.getContext("2d");
    pen.scale(scale, scale);
    const style = getComputedStyle(document.documentElement);
    const token = (name) => style.getPropertyValue(name).trim();
    for (const { start, end, colour } of this.parts) {
      pen.globalAlpha = 0.35;
      pen.fillStyle = token(`--box-${colour}`);
      const x = (start / (this.seconds || 1)) * box.width;
      pen.fillRect(x, 0, Math.max(1, (end / (this.seconds || 1)) * box.width - x), box.height);
    }
    pen.globalAlpha = 1;
    const heard = this.seconds ? this.audio.currentTime / this.seconds : 0;
    const step = box.width / BARS;
    this.bars.forEach((bar, i) => {
      pen.fillStyle = i / BARS < heard ? token("--color-accent-fg") : token("--color-fg-subtle");
      const height = Math.max(2, bar * (box.height - 24));
      pen.fillRect(i * step + step / 4, (box.height - height) / 2, Math.max(1, step / 2), height);
    });
    this.curve(pen, box, token("--color-success-fg"));
  }

  curve(pen, { width, height }, colour) {
    const { step, values } = this.scores ?? { values: [] };
    pen.beginPath();
    values.forEach((score, i) => pen.lineTo((((i + 0.5) * step) / (this.seconds || 1)) * width, EDGE + (height - 2 * EDGE) * (1 - score)));
    pen.strokeStyle = colour;
    pen.lineWidth = 1.5;
    pen.lineJoin = "round";
    pen.stroke();
  }

  close() {
    this.stop();
    this.observer.disconnect();
    this.dark.disconnect();
    if (this.url) {
      URL.revokeObjectURL(this.url);
    }
  }
}
