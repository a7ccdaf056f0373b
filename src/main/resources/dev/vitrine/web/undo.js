// What inputs were before, to go back to and forth again.

const MOST = 50;
/** Changes of one input that follow each other as quickly are one, such as a slider's on its way. */
const TOGETHER_MS = 700;

export class Undo {
  constructor(state) {
    this.restart(state);
  }

  /** Forgets all; this is where it begins. */
  restart(state) {
    this.now = state;
    this.past = [];
    this.future = [];
    this.last = { what: null, at: 0 };
  }

  /** Takes a state; `what` tells changes of one thing from those of another. */
  take(state, what, at = performance.now()) {
    if (isSame(state, this.now)) {
      return;
    }
    const isOne = what !== null && what === this.last.what && at - this.last.at < TOGETHER_MS;
    if (!isOne) {
      this.past = [...this.past.slice(1 - MOST), this.now];
    }
    this.now = state;
    this.future = [];
    this.last = { what, at };
  }

  /** @returns the state before; nothing where there is none */
  back() {
    return this.step(this.past, this.future);
  }

  forth() {
    return this.step(this.future, this.past);
  }

  step(from, to) {
    const state = from.pop();
    if (state !== undefined) {
      to.push(this.now);
      this.now = state;
      this.last = { what: null, at: 0 };
    }
    return state;
  }
}

function isSame(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name] || JSON.stringify(one[name]) === JSON.stringify(other[name]));
}
