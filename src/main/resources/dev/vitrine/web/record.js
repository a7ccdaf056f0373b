// The microphone: a recording as WAV, with a level while it goes on.
import { deviceSentence } from "./media.js";
import { decode, wav } from "./sound.js";

/** One recording. */
export class Recording {
  /** @param heard is told the level from 0 to 1 and the seconds so far */
  static async begin(heard) {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false } });
    } catch (error) {
      throw new Error(deviceSentence(error, "microphone"), { cause: error });
    }
    return new Recording(stream, heard);
  }

  constructor(stream, heard) {
    this.stream = stream;
    this.chunks = [];
    this.recorder = new MediaRecorder(stream);
    this.recorder.addEventListener("dataavailable", (event) => this.chunks.push(event.data));
    this.recorder.start(250);
    this.began = performance.now();
    this.context = new AudioContext();
    const analyser = this.context.createAnalyser();
    this.context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      heard(Math.min(1, samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0)), (performance.now() - this.began) / 1000);
    }, 60);
  }

  /** Ends it. @returns the sound as WAV */
  async end() {
    clearInterval(this.timer);
    const ended = new Promise((done) => this.recorder.addEventListener("stop", done, { once: true }));
    this.recorder.stop();
    await ended;
    this.stream.getTracks().forEach((track) => track.stop());
    await this.context.close();
    const sound = await decode(new Blob(this.chunks, { type: this.recorder.mimeType }));
    if (sound === null) {
      throw new Error("Nothing was recorded; try again.");
    }
    return wav(sound);
  }
}
