// Gradio's own client against a running endpoint.
//   VITRINE_GALLERY, VITRINE_COUNTING: addresses that serve models/* and .ci/Counting.java
//   VITRINE_SHARED: where the second asks for the token VITRINE_TOKEN
//   VITRINE_MODELS: the folder of the models; @gradio/client is found where this is started
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const { Client, handle_file } = createRequire(join(process.cwd(), "x.js"))("@gradio/client");
const { VITRINE_GALLERY, VITRINE_COUNTING, VITRINE_SHARED, VITRINE_TOKEN, VITRINE_MODELS } = process.env;
const digit = join(VITRINE_MODELS, "digits/examples/digit_3.png");
const events = ["data", "status", "log"];
const penguin = {
  beak_length_mm: 36.7, beak_depth_mm: 19.3, flipper_length_mm: 193, body_mass_g: 3450,
  island: "Torgersen", sex: "FEMALE",
};

let gallery;
let counting;

before(async () => {
  gallery = await Client.connect(VITRINE_GALLERY, { events });
  counting = await Client.connect(VITRINE_COUNTING, { events });
});

after(() => {
  gallery.close();
  counting.close();
});

// All that a submission says until it ends.
async function all(submission, heard = () => {}) {
  const messages = [];
  for await (const message of submission) {
    messages.push(message);
    await heard(message);
  }
  return messages;
}

const data = (messages) => messages.filter((m) => m.type === "data").map((m) => m.data);
const stages = (messages) => messages.filter((m) => m.type === "status").map((m) => m.stage);

async function png(file) {
  const answer = await fetch(file.url);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "image/png");
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  return bytes;
}

test("it describes every model", async () => {
  const { named_endpoints } = await gallery.view_api();
  for (const id of ["/predict", "/digits", "/faces", "/penguins", "/reader", "/voice"]) {
    assert.ok(named_endpoints[id], id);
  }
  const names = named_endpoints["/penguins"].parameters.map((p) => p.parameter_name);
  assert.deepEqual(names, Object.keys(penguin));
  assert.equal(named_endpoints["/digits"].parameters[0].type, "Blob | File | Buffer");
  assert.equal(named_endpoints["/faces"].parameters[1].parameter_has_default, true);
  assert.equal(await gallery.reconnect(), "connected");
});

test("inputs are given by position and by name", async () => {
  const byPosition = await gallery.predict("/penguins", Object.values(penguin));
  const byName = await gallery.predict("/penguins", penguin);
  assert.equal(byName.data[0].label, "Adelie");
  assert.deepEqual(byPosition.data, byName.data);
});

test("what is left out has its default, or is asked for", async () => {
  assert.deepEqual((await counting.predict("/predict", {})).data, ["1 2 3 ", 3]);
  assert.deepEqual((await counting.predict("/counting", { until: 2 })).data, ["1 2 ", 2]);
  assert.deepEqual((await counting.predict("/counting", [2])).data, ["1 2 ", 2]);
  await assert.rejects(gallery.predict("/penguins", { ...penguin, sex: undefined }), /sex/);
  await assert.rejects(gallery.predict("/penguins", { ...penguin, wings: 2 }), /wings/);
});

test("the number of the only function is 0", async () => {
  assert.deepEqual((await counting.predict(0, [1])).data, ["1 ", 1]);
});

const bytes = await readFile(digit);
const forms = {
  "a Buffer": () => bytes,
  "a Blob": () => new Blob([bytes], { type: "image/png" }),
  "a Blob without a type": () => handle_file(new Blob([bytes])),
  "a file by its path": () => handle_file(digit),
};
if (globalThis.File) {
  forms["a File"] = () => new File([bytes], "drei ü.png", { type: "image/png" });
}
for (const [name, form] of Object.entries(forms)) {
  test(`${name} is sent`, async () => {
    const { data: [reading] } = await gallery.predict("/digits", { image: form() });
    assert.equal(reading.label, "3");
    assert.equal(reading.confidences.length, 10);
  });
}

test("a file that was made is fetched", async () => {
  const photo = handle_file(join(VITRINE_MODELS, "sharper/examples/cat.png"));
  const { data: [upscaled] } = await gallery.predict("/sharper", [photo]);
  const large = await png(upscaled);
  const part = await fetch(upscaled.url, { headers: { Range: "bytes=0-7" } });
  assert.equal(part.status, 206);
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), large.subarray(0, 8));
  // and is an input again
  const { data: [again] } = await gallery.predict("/sharper", [upscaled]);
  assert.ok((await png(again)).length > large.length);
});

test("finds are masks over the picture, with their numbers", async () => {
  const photo = await readFile(join(VITRINE_MODELS, "faces/examples/two_faces.png"));
  const { data: [{ image, annotations }] } = await gallery.predict("/faces", [photo]);
  await png(image);
  assert.equal(annotations.length, 2);
  for (const face of annotations) {
    assert.equal(face.label, "face");
    assert.ok(face.score > 0.5 && face.width > 20);
    await png(face.image);
  }
});

test("what a demo shows comes while it runs", async () => {
  const messages = await all(counting.submit("/counting", [4, 100]));
  const texts = data(messages).map(([text]) => text);
  assert.equal(texts.at(-1), "1 2 3 4 ");
  // each is the one before and more; the last is told as shown and as final
  assert.ok(new Set(texts).size >= 3, texts);
  texts.reduce((before, text) => (assert.ok(text.startsWith(before), texts), text), "");
  assert.ok(messages.some((m) => m.progress_data?.[0].desc === "at 2"));
  assert.equal(stages(messages)[0], "pending");
  assert.equal(stages(messages).at(-1), "complete");
});

test("what the generator draws comes while it runs", async () => {
  const pictures = data(await all(gallery.submit("/fashion-generator", {})));
  assert.ok(pictures.length > 2);
  await png(pictures[0][0]);
  await png(pictures.at(-1)[0]);
});

test("what the storyteller tells comes word by word", async () => {
  const story = { prompt: "Once upon a time", length: 60, seed: 1 };
  const texts = data(await all(gallery.submit("/storyteller", story))).map(([text]) => text);
  assert.ok(new Set(texts).size > 5, texts);
  texts.reduce((before, text) => (assert.ok(text.startsWith(before), texts), text), "");
});

test("a run is cancelled", async () => {
  const submission = counting.submit("/counting", [1e6, 50]);
  let cancelled = false;
  const messages = await all(submission, async (message) => {
    if (message.type === "data" && !cancelled) {
      cancelled = true;
      await submission.cancel();
    }
  });
  assert.ok(cancelled);
  assert.equal(stages(messages).at(-1), "complete");
  assert.deepEqual(data(messages).at(-1), [null, null]);
});

test("two are submitted at once, and many one after the other", async () => {
  const [a, b] = await Promise.all([
    counting.predict("/counting", [5, 20]), counting.predict("/counting", [3, 20])]);
  assert.deepEqual(a.data, ["1 2 3 4 5 ", 5]);
  assert.deepEqual(b.data, ["1 2 3 ", 3]);
  for (let i = 0; i < 40; i++) {
    assert.equal((await counting.predict("/counting", [i % 5])).data[1], i % 5);
  }
  const many = Array.from({ length: 30 }, (_, i) => i % 7);
  const answers = await Promise.all(many.map((i) => counting.predict("/counting", [i])));
  assert.deepEqual(answers.map((answer) => answer.data[1]), many);
});

test("what does not fit is told at its input", async () => {
  const messages = await all(counting.submit("/counting", [-1]));
  const wrong = messages.at(-1);
  assert.equal(wrong.stage, "error");
  assert.equal(wrong.code, "validation_error");
  assert.equal(wrong.message[0].parameter_name, "until");
  assert.match(wrong.message[0].message, /'Until' is -1; give a number from 0 to/);
  await assert.rejects(gallery.predict("/penguins", { ...penguin, island: "Atlantis" }), /Atlantis/);
  await assert.rejects(gallery.predict("/digits", ["http://127.0.0.1:1/a.png"]));
  await assert.rejects(
    gallery.predict("/digits", [handle_file("http://127.0.0.1:1/a.png")]), /fetches nothing/);
});

test("a failure is told in the model's words", async () => {
  await assert.rejects(counting.predict("/counting", [13]), /Nobody counts to 13/);
});

test("where a token is asked for, it is the password or a header", async () => {
  const headers = { Authorization: `Bearer ${VITRINE_TOKEN}` };
  for (const way of [{ auth: ["anybody", VITRINE_TOKEN] }, { headers }, { token: VITRINE_TOKEN }]) {
    const shared = await Client.connect(VITRINE_SHARED, way);
    assert.deepEqual((await shared.predict("/counting", [2])).data, ["1 2 ", 2]);
    shared.close();
  }
  await assert.rejects(Client.connect(VITRINE_SHARED), /Login credentials are required/);
  await assert.rejects(Client.connect(VITRINE_SHARED, { auth: ["anybody", "nothing"] }), /Invalid credentials/);
});

test("a full queue says that it is busy", async () => {
  const asked = [];
  let busy = "";
  while (!busy && asked.length < 300) {
    const submission = counting.submit("/counting", [1e6, 1000]);
    asked.push(submission);
    const first = await submission.wait_for_id();
    if (!first) {
      busy = (await all(submission)).at(-1).message;
    }
  }
  assert.match(busy, /busy/i);
  await Promise.all(asked.map((submission) => submission.cancel()));
  assert.deepEqual((await counting.predict("/counting", [1])).data, ["1 ", 1]);
});
