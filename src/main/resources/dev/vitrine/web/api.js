// The endpoint's own API, from the page it serves.

const AWAY = "Vitrine does not answer; see whether it still runs, then try again.";

/** What the endpoint refused, with its own sentences. */
export class Wrong extends Error {
  /** @param {number} status 0 where nothing answered */
  constructor(status, detail) {
    super(typeof detail === "string" ? detail : detail.map((one) => one.msg).join(" "));
    this.status = status;
    this.detail = typeof detail === "string" ? [] : detail;
  }

  /** The sentences about each port, and under "" those about none. */
  byPort() {
    const all = new Map();
    for (const { loc, msg } of this.detail) {
      const port = String(loc[1] ?? "");
      all.set(port, [...(all.get(port) ?? []), msg]);
    }
    return all;
  }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new Wrong(0, AWAY);
  }
  if (!response.ok) {
    throw new Wrong(response.status, await sentence(response));
  }
  return response;
}

async function sentence(response) {
  try {
    return (await response.json()).detail;
  } catch {
    return `The endpoint answered ${response.status}; try again.`;
  }
}

/** A document of the endpoint. */
export async function json(path) {
  return (await ask(path)).json();
}

export async function text(path) {
  return (await ask(path)).text();
}

/**
 * Runs a model once. Aborting the signal closes the connection, which stops the run.
 *
 * @param hear is told each `progress` and `partial` as it comes
 * @returns the outputs by port
 */
export async function predict(id, inputs, { signal, hear }) {
  const response = await ask(`/models/${encodeURIComponent(id)}/predict`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/jsonl" },
    body: JSON.stringify(inputs),
    signal,
  });
  for await (const { event, data } of messages(response)) {
    if (event === "result") {
      return data;
    }
    if (event === "error") {
      throw new Wrong(data.status, data.detail);
    }
    hear(event, data);
  }
  throw new Wrong(0, AWAY);
}

async function* messages(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : lines.pop();
    for (const line of lines) {
      if (line.trim() !== "") {
        yield JSON.parse(line);
      }
    }
    if (done) {
      return;
    }
  }
}
