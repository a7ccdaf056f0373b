// What this browser ran, kept in it alone: the newest runs of all models, as many as fit.

const MOST_RUNS = 60;
const MOST_BYTES = 24 << 20;

let opened = null;

/** Keeps nothing where the browser has no place for it, as in some private windows. */
function database() {
  opened ??= new Promise((done) => {
    if (!globalThis.indexedDB) {
      done(null);
      return;
    }
    const request = indexedDB.open("vitrine", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("runs", { keyPath: "id", autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(null);
  });
  return opened;
}

function ended(request) {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

export class History {
  constructor(model) {
    this.model = model;
  }

  /** Keeps a run; the same inputs as the newest take its place. */
  async add({ inputs, outputs, ms }) {
    const base = await database();
    if (base === null) {
      return;
    }
    const text = JSON.stringify(inputs);
    const run = { model: this.model, at: Date.now(), ms, inputs, outputs, bytes: text.length + JSON.stringify(outputs).length };
    if (run.bytes > MOST_BYTES / 4) {
      return;
    }
    try {
      const store = base.transaction("runs", "readwrite").objectStore("runs");
      const all = await ended(store.getAll());
      const newest = all.findLast((kept) => kept.model === this.model);
      if (newest && JSON.stringify(newest.inputs) === text) {
        store.delete(newest.id);
      }
      store.add(run);
      let bytes = all.reduce((sum, kept) => sum + kept.bytes, run.bytes);
      for (let i = 0; i < all.length && (all.length - i >= MOST_RUNS || bytes > MOST_BYTES); i += 1) {
        bytes -= all[i].bytes;
        store.delete(all[i].id);
      }
    } catch {
      // a full disk: the run is shown, only not kept
    }
  }

  /** The runs of this model, newest first. */
  async list() {
    const base = await database();
    if (base === null) {
      return [];
    }
    const all = await ended(base.transaction("runs").objectStore("runs").getAll());
    return all.filter((run) => run.model === this.model).reverse();
  }

  /** Forgets the runs of this model. */
  async clear() {
    const base = await database();
    if (base !== null) {
      const runs = await this.list();
      const store = base.transaction("runs", "readwrite").objectStore("runs");
      runs.forEach((run) => store.delete(run.id));
    }
  }
}
