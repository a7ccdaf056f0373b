// Which demo a link names, and the inputs it carries: `#/digits?example=2&min_score=0.7`, each value as its JSON.

/** Characters that a link may have before it breaks in mails and chats. */
const MOST = 6000;

/** @returns {{id: string, inputs: object, example: number}} with an empty id for the gallery */
export function read(hash = location.hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const inputs = {};
  let example = 0;
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === "example") {
      example = Number.parseInt(value, 10) || 0;
    } else if (name.startsWith("in.")) {
      try {
        inputs[name.slice(3)] = JSON.parse(value);
      } catch {
        inputs[name.slice(3)] = value;
      }
    }
  }
  return { id: decodeURIComponent(path), inputs, example };
}

/**
 * A link to a demo with its inputs.
 *
 * @param example the number of the example that the inputs began as; 0 for none
 * @returns {{url: string, left: string[]}} with the names of what was too large to carry
 */
export function write(id, inputs, example) {
  const words = new URLSearchParams();
  if (example > 0) {
    words.set("example", String(example));
  }
  const left = [];
  for (const [name, value] of Object.entries(inputs)) {
    const text = JSON.stringify(value);
    if (text.length + words.toString().length > MOST) {
      left.push(name);
    } else {
      words.set(`in.${name}`, text);
    }
  }
  const query = words.toString();
  return { url: `${location.origin}/#/${encodeURIComponent(id)}${query && `?${query}`}`, left };
}
