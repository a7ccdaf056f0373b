// Uses the web face as people do, with Debian's Chromium: every demo on a phone and on a desk, light and dark; a drawing,
// a camera frame and a recording from the browser's fake devices; a link, a refusal, the history, and no endpoint at all.
// Nothing may leave this machine, nothing may be wrong on the console, nothing may jump or be cut off, and axe, which
// knows WCAG's rules, may find nothing.
//   node web.mjs ADDRESS ECHO FOLDER     ECHO serves Echo.java; pictures go to FOLDER; playwright-core and axe-core are found where it
//   is started
import { createRequire } from "node:module";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";

const here = createRequire(join(process.cwd(), "x.js"));
const { chromium } = here("playwright-core");
const axe = readFileSync(here.resolve("axe-core/axe.min.js"), "utf8");
const [address, echo, folder] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "chromium-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required",
  ],
  viewport: { width: 1280, height: 800 },
});
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
/** A layout shift from which web.dev calls a page in need of work is 0.1; a page that is drawn once needs none of it. */
const MOST_SHIFT = 0.05;

const wrong = [];
let expected = [];

/** A page that is watched from its first request on. */
async function open(path, { size = DESK, colorScheme = "light" } = {}, from = address) {
  const page = await browser.newPage();
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(from + "/")) {
      wrong.push(`${path} asks for ${request.url()}`);
    }
  });
  page.on("console", (message) => {
    const text = message.text();
    if ((message.type() === "error" || message.type() === "warning") && !expected.some((one) => text.includes(one))) {
      wrong.push(`${path} says ${text}`);
    }
  });
  page.on("pageerror", (error) => wrong.push(`${path} throws ${error.stack}`));
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().filter((one) => !one.hadRecentInput).map((one) => one.value))).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(from + path);
  return page;
}

/** Waits until a demo has answered, and no sentence says that it could not. */
async function answered(page) {
  await page.waitForSelector(".outputs:not(.is-empty):not(.is-busy)", { timeout: 60_000 });
  assert.equal(await page.locator(".outputs.is-faulty").count(), 0, await page.locator(".notice").allInnerTexts().then(String));
}

/** Waits until nothing runs any more that a change of the inputs has led to. */
async function ran(page) {
  await page.waitForTimeout(400);
  await answered(page);
}

async function eachDemo(models) {
  for (const { id } of models) {
    for (const [name, size] of [["phone", PHONE], ["desk", DESK]]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await open(`/#/${id}`, { size, colorScheme });
        await answered(page);
        await page.waitForTimeout(200);
        assert.deepEqual(await page.evaluate(cut), [], `${id} on a ${name} is cut off`);
        if (id === "meaning") {
          assert.ok(await page.locator(".outputs .table-scroll").evaluate((table) => table.scrollWidth <= table.clientWidth), `the numbers beside the sentences of ${id} are out of sight on a ${name}`);
        }
        const shift = await page.evaluate(() => globalThis.shifts.reduce((sum, one) => sum + one, 0));
        assert.ok(shift < MOST_SHIFT, `${id} on a ${name} jumps: ${shift}`);
        await accessible(page, id);
        await page.screenshot({ path: join(folder, `web-${id}-${name}-${colorScheme}.png`), fullPage: name === "phone" });
        await page.close();
      }
    }
  }
}

/** What WCAG's rules, of contrast too, say of a page. */
async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], what);
  assert.deepEqual(await page.evaluate(unnamed), [], `${what} has controls without a name`);
}

/** What reaches past the right edge without a scroll bar of its own. */
function cut() {
  const most = document.documentElement.clientWidth;
  return document.documentElement.scrollWidth <= most
    ? []
    : [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > most + 1 && !one.closest(".table-scroll, .code, .tab-strip")).map((one) => one.outerHTML.slice(0, 120));
}

/** Controls that a screen reader has no name for. */
function unnamed() {
  return [...document.querySelectorAll("main button, main input, main select, main textarea, main [role=img], main [tabindex='0']")]
    .filter((one) => !(one.getAttribute("aria-label") || one.labels?.length || one.innerText?.trim() || document.getElementById(one.getAttribute("aria-labelledby") ?? "")?.innerText))
    .map((one) => one.outerHTML.slice(0, 120));
}

async function gallery(models) {
  for (const [name, size] of [["phone", PHONE], ["desk", DESK]]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open("/", { size, colorScheme });
      await page.waitForSelector(".card");
      assert.equal(await page.locator(".card").count(), models.length);
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await page.evaluate(cut), []);
      await accessible(page, "the gallery");
      await page.screenshot({ path: join(folder, `web-gallery-${name}-${colorScheme}.png`) });
      await page.locator("#search").fill("digits");
      assert.equal(await page.locator(".card").count(), 1);
      await page.locator("#search").fill("no such thing");
      assert.match(await page.locator("main").innerText(), /Nothing found/);
      await page.close();
    }
  }
}

/** A one is a line from top to bottom. */
async function drawing() {
  const page = await open("/#/digits");
  await answered(page);
  await page.getByRole("button", { name: "Clear Your digit" }).click();
  const paper = await page.locator("canvas.sheet").boundingBox();
  const x = paper.x + paper.width / 2;
  await page.mouse.move(x, paper.y + paper.height * 0.15);
  await page.mouse.down();
  await page.mouse.move(x, paper.y + paper.height * 0.85, { steps: 12 });
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector(".label-top").textContent === "1");
  await page.screenshot({ path: join(folder, "web-drawing.png") });
  // a bar across it, taken back by Undo
  await page.mouse.move(paper.x + paper.width * 0.2, paper.y + paper.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(paper.x + paper.width * 0.8, paper.y + paper.height * 0.2, { steps: 6 });
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector(".label-top").textContent !== "1");
  await page.locator(".inputs").getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => document.querySelector(".label-top").textContent === "1");
  await link(page);
  await page.close();
}

/** What is drawn goes with the link. */
async function link(page) {
  await browser.grantPermissions(["clipboard-read", "clipboard-write"], { origin: address });
  await page.getByRole("button", { name: "Copy link" }).click();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(url.startsWith(address + "/#/digits?"), url);
  const other = await open(url.slice(address.length));
  await answered(other);
  assert.equal(await other.locator(".label-top").innerText(), "1");
  await other.close();
}

/** A file that is dropped, and one that is pasted, arrive as they are. */
async function dropped() {
  const page = await open("/#/fashion");
  await answered(page);
  const label = () => page.locator(".label-top").innerText();
  const examples = await Promise.all([3, 5].map(async (n) => (await fetch(`${address}/models/fashion/examples/${n}`)).json()));
  for (const [how, { inputs }] of [["drop", examples[0]], ["paste", examples[1]]]) {
    const expected = await (await page.request.post(`${address}/models/fashion/predict`, { data: inputs })).json();
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await page.locator(".inputs .medium").evaluate(bring, [how, inputs.image, "image/png"]);
    assert.equal(JSON.parse((await sent).postData()).image, inputs.image);
    await page.waitForFunction((wanted) => document.querySelector(".label-top").textContent === wanted, expected.scores.label);
    assert.equal(await label(), expected.scores.label);
  }
  // what the browser reads and Vitrine does not goes out as what both read
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="red"/></svg>';
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.locator(".inputs .medium").evaluate(bring, ["drop", `data:image/svg+xml;base64,${btoa(drawing)}`, "image/svg+xml"]);
  assert.match(JSON.parse((await sent).postData()).image, /^data:image\/png;base64,/);
  await ran(page);
  await page.close();
}

/** Brings a file as a browser does when somebody drops or pastes it. */
async function bring(element, [how, uri, type]) {
  const data = new DataTransfer();
  const bytes = Uint8Array.from(atob(uri.split(",")[1]), (c) => c.charCodeAt(0));
  data.items.add(new File([bytes], "ü 1", { type }));
  const event = how === "drop" ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }) : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  element.dispatchEvent(event);
}

/** A folder that is dropped comes with all in it, however deep, but what is hidden. */
async function folders() {
  const photos = join(profile, "photos");
  mkdirSync(join(photos, "2026", ".cache"), { recursive: true });
  // more than a browser tells of a folder at once
  const many = Array.from({ length: 120 }, (_, i) => `photos/2026/${String(i).padStart(3, "0")}.txt`);
  [...many, "photos/ü.txt", "photos/.hidden", "photos/2026/.cache/x.txt"].forEach((path) => writeFileSync(join(profile, path), path));
  const page = await open("/#/echo", {}, echo);
  const pane = page.locator('.inputs [data-port="files"] .files-pane');
  await pane.scrollIntoViewIfNeeded();
  const { x, y } = await pane.boundingBox();
  const session = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: x + 20, y: y + 20, data: { items: [], files: [photos], dragOperationsMask: 1 } });
  }
  await page.waitForFunction((count) => document.querySelectorAll('.inputs [data-port="files"] .files-row').length === count, many.length + 1);
  assert.deepEqual((await pane.locator(".files-name").allInnerTexts()).sort(), [...many, "photos/ü.txt"].sort());
  const empty = join(profile, "empty");
  mkdirSync(empty);
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: x + 20, y: y + 20, data: { items: [], files: [empty], dragOperationsMask: 1 } });
  }
  await page.getByText("There is no file in this folder but hidden ones; choose another folder.").waitFor();
  assert.equal(await pane.locator(".files-row").count(), many.length + 1, "what was there is lost");
  await page.close();
}

/** Several pictures are dropped at once, moved and removed by keys; what is no picture is taken too, so that the model refuses it by name and the browser does not open it. */
async function album() {
  const page = await open("/#/echo", {}, echo);
  const editor = page.locator('.inputs [data-port="gallery"]');
  const drop = (files) =>
    editor.locator(".album").evaluate(async (element, all) => {
      const data = new DataTransfer();
      const canvas = new OffscreenCanvas(8, 6);
      canvas.getContext("2d").fillRect(1, 1, 3, 3);
      const picture = await canvas.convertToBlob();
      all.forEach(([name, type]) => data.items.add(new File([type === "image/png" ? picture : "words"], name, { type })));
      return element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, files);
  const names = () => editor.locator(".gallery-cell span").allInnerTexts();
  const come = (count) => page.waitForFunction((wanted) => document.querySelectorAll('.inputs [data-port="gallery"] .gallery-cell').length === wanted, count);
  assert.equal(await drop([["ü 1.png", "image/png"], ["b.png", "image/png"]]), false, "the browser opens what is dropped");
  await come(2);
  assert.equal(await editor.locator(".caption").first().innerText(), "2 pictures");
  await editor.locator(".gallery-cell").nth(1).click();
  await page.keyboard.press("Alt+ArrowLeft");
  assert.deepEqual(await names(), ["b.png", "ü 1.png"]);
  await page.keyboard.press("Delete");
  assert.deepEqual(await names(), ["ü 1.png"]);
  assert.equal(await drop([["notes.txt", "text/plain"]]), false, "the browser opens what is dropped");
  await come(2);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  expected = ["422"];
  await page.getByRole("button", { name: /^Run/ }).click();
  const { detail } = await (await answer).json();
  assert.match(detail.find(({ loc }) => loc[1] === "gallery").msg, /^Picture 2: /);
  await page.close();
  expected = [];
}

async function camera() {
  const page = await open("/#/fashion");
  await answered(page);
  await page.getByRole("button", { name: "Camera" }).click();
  await page.getByRole("button", { name: "Take picture" }).click();
  await page.waitForFunction(() => /^\d{3,4} × \d{3,4} PNG$/.test(document.querySelector(".inputs .caption").textContent));
  await ran(page);
  assert.match(await page.locator(".label-confidence").innerText(), /%$/);
  await page.screenshot({ path: join(folder, "web-camera.png") });
  await page.close();
}

async function recording() {
  const page = await open("/#/keywords");
  await answered(page);
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(folder, "web-recording.png") });
  await page.getByRole("button", { name: "Stop recording" }).click();
  await page.waitForFunction(() => /^[1-9]\.\d\d s/.test(document.querySelector(".inputs .caption").textContent));
  await ran(page);
  assert.match(await page.locator(".label-confidence").innerText(), /%$/);
  await page.screenshot({ path: join(folder, "web-recorded.png") });
  await page.close();
}

/** What does not fit is said under its field, in the endpoint's words. */
async function refusal() {
  expected = ["status of 422"];
  const page = await open("/#/penguins");
  await answered(page);
  const field = page.locator('[data-port="beak_length_mm"]');
  await field.getByRole("spinbutton").fill("99");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(".field.invalid");
  const answer = await page.request.post(`${address}/models/penguins/predict`, { data: { beak_length_mm: 99 } });
  const said = (await answer.json()).detail.find(({ loc }) => loc[1] === "beak_length_mm").msg;
  assert.equal(await field.locator(".note").innerText(), said);
  await page.screenshot({ path: join(folder, "web-refused.png") });
  await page.close();
  expected = [];
}

/** What comes last stays, though what came before takes a moment to be shown. */
async function last() {
  for (let i = 0; i < 4; i++) {
    const page = await open("/#/voice");
    await answered(page);
    await page.waitForTimeout(200);
    assert.equal(await page.locator(".box-list li").count(), 2);
    await page.close();
  }
}

/** A run that takes a while shows what it has, and ends when it is told to. */
async function stopped() {
  const page = await open("/#/fashion-generator");
  await answered(page);
  await page.locator('[data-port="steps"]').getByRole("spinbutton").fill("50");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.waitForSelector(".outputs.is-partial");
  await page.screenshot({ path: join(folder, "web-partial.png") });
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector(".state").textContent === "Stopped");
  await page.close();
}

async function history() {
  const page = await open("/#/penguins");
  await answered(page);
  const before = await page.locator(".label-top").innerText();
  await page.locator(".example").nth(4).click();
  await page.waitForFunction((was) => document.querySelector(".label-top").textContent !== was, before);
  await page.getByRole("tab", { name: "History" }).click();
  await page.reload();
  await answered(page);
  await page.getByRole("tab", { name: "History" }).click();
  await page.locator(".run-row", { hasText: "Gentoo" }).first().click();
  assert.equal(await page.locator(".label-top").innerText(), "Gentoo");
  await page.screenshot({ path: join(folder, "web-history.png") });
  await page.getByRole("tab", { name: "Card" }).click();
  await page.getByRole("heading", { name: "Use" }).waitFor();
  await page.screenshot({ path: join(folder, "web-card.png") });
  await page.close();
}

/** The look that somebody chose stays, whatever the system's. */
async function look() {
  const page = await open("/");
  const back = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await back();
  await page.getByRole("button", { name: "Light or dark" }).click();
  const dark = await back();
  assert.notEqual(dark, light);
  await page.reload();
  assert.equal(await back(), dark);
  await page.getByRole("button", { name: "Light or dark" }).click();
  assert.equal(await back(), light);
  await page.evaluate(() => localStorage.clear());
  await page.close();
}

/** After a visit the page is there without the endpoint, and says what is missing. */
async function offline() {
  const page = await open("/#/penguins");
  await answered(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await answered(page);
  expected = ["Failed to load resource", "net::ERR"];
  await browser.setOffline(true);
  await page.reload();
  await page.waitForSelector(".outputs.is-faulty");
  assert.match(await page.locator(".outputs .notice").innerText(), /does not answer/);
  await page.screenshot({ path: join(folder, "web-offline.png") });
  await browser.setOffline(false);
  await page.close();
  expected = [];
}

/**
 * The laws of the kinds, on a demo that takes a value of each and gives it back: the editor shows what it is given and
 * returns it untouched, the viewer shows it, and what is missing is said in the endpoint's words.
 */
async function kinds(size) {
  const document = await (await fetch(`${echo}/openapi.json`)).json();
  const body = document.paths["/models/echo/predict"].post.requestBody.content["application/json"];
  const sample = Object.values(body.examples)[0].value;
  const query = new URLSearchParams(Object.entries(sample).map(([name, value]) => [`in.${name}`, JSON.stringify(value)]));
  const page = await open(`/#/echo?${query}`, { size }, echo);
  const sent = page.waitForRequest((request) => request.method() === "POST");
  assert.deepEqual(JSON.parse((await sent).postData()), sample);
  await answered(page);
  for (const name of Object.keys(sample)) {
    const output = page.locator(`.outputs [data-port="${name}"]`);
    assert.equal(await output.locator(".medium.is-empty").count(), 0, `${name} shows nothing`);
    assert.doesNotMatch((await output.innerText()).replace(/Copy|Save…|Full screen/g, ""), /^\s*–?\s*$/, `${name} shows nothing`);
  }
  await accessible(page, "a demo of every kind");
  assert.deepEqual(await page.evaluate(cut), []);
  await page.screenshot({ path: join(folder, `web-kinds-${size.width}.png`), fullPage: true });
  expected = ["status of 422"];
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.waitForSelector(".field.invalid");
  const given = JSON.parse((await page.waitForRequest((request) => request.method() === "POST", { timeout: 1 }).catch(() => null))?.postData() ?? "{}");
  const refused = await page.request.post(`${echo}/models/echo/predict`, { data: given });
  for (const { loc, msg } of (await refused.json()).detail) {
    const note = page.locator(`.inputs [data-port="${loc[1]}"] .note`);
    if (await note.locator("xpath=..").evaluate((field) => field.classList.contains("invalid"))) {
      assert.equal(await note.innerText(), msg);
    } else {
      assert.ok(STANDING.includes(loc[1]), `${loc[1]} is missing and not refused`);
    }
  }
  await page.close();
  expected = [];
}

/** Kinds whose editor always stands somewhere, so that a value is never missing. */
const STANDING = ["toggle", "range", "tags"];

/** What a download of each kind is called by; the others are JSON. */
const FILES = { audio: "wav", image: "png", heatmap: "png", plot: "png", markdown: "md", table: "csv", text: "txt", log: "txt", code: "txt", boxes: null, mask: null, segments: null, file: null, files: null, gallery: "png" };

/** Every answer can be copied or saved under its name, and what is a picture be seen alone. */
async function kept() {
  const document = await (await fetch(`${echo}/openapi.json`)).json();
  const sample = Object.values(document.paths["/models/echo/predict"].post.requestBody.content["application/json"].examples)[0].value;
  await browser.grantPermissions(["clipboard-read", "clipboard-write"], { origin: echo });
  const query = new URLSearchParams(Object.entries(sample).map(([name, value]) => [`in.${name}`, JSON.stringify(value)]));
  const page = await open(`/#/echo?${query}`, {}, echo);
  await answered(page);
  for (const name of Object.keys(sample)) {
    const output = page.locator(`.outputs [data-port="${name}"]`);
    await page.waitForTimeout(150); // Chromium drops what a page saves beyond ten files in a second
    const [download] = await Promise.all([page.waitForEvent("download"), output.getByRole("button", { name: /^Save/ }).click()]);
    const type = FILES[name] === undefined ? "json" : FILES[name];
    const bytes = readFileSync(await download.path());
    assert.ok(bytes.length > 0, name);
    if (name === "file" || name === "files") {
      assert.equal(download.suggestedFilename(), "example.txt");
    } else if (type !== null) {
      assert.equal(download.suggestedFilename(), `echo-${name}.${type}`);
    }
    if (type === "json") {
      JSON.parse(bytes.toString());
    } else if (type === "png") {
      assert.equal(bytes.subarray(1, 4).toString(), "PNG", name);
    } else if (type === "wav") {
      assert.equal(bytes.subarray(0, 4).toString(), "RIFF");
    }
    if (name !== "audio") {
      await page.evaluate(() => navigator.clipboard.writeText("nothing"));
      await output.getByRole("button", { name: /^Copy/ }).click();
      await page.waitForFunction(async () => {
        const [item] = await navigator.clipboard.read();
        return !item.types.includes("text/plain") || (await navigator.clipboard.readText()) !== "nothing";
      });
    }
    if (["image", "boxes", "mask", "heatmap", "plot"].includes(name)) {
      await output.getByRole("button", { name: /full screen/ }).click();
      await page.waitForFunction(() => document.fullscreenElement !== null);
      await page.evaluate(() => document.exitFullscreen());
    }
  }
  await page.close();
}

/** One of ten thousand choices is found by a part of its name, by hand and by keys; what is none of them is taken back. */
async function found(size) {
  const page = await open("/#/echo", { size }, echo);
  const input = page.locator('.inputs [data-port="choice"]');
  const field = input.getByRole("combobox");
  await field.click();
  assert.equal(await input.getByRole("option").count(), 200);
  assert.match(await input.locator(".more-finds").innerText(), /^and 9.?800 more/);
  await page.keyboard.type("r 77");
  assert.deepEqual((await input.getByRole("option").allInnerTexts()).slice(0, 3), ["colour 77", "colour 770", "colour 771"]);
  await page.keyboard.press("ArrowDown");
  await accessible(page, "a list of finds");
  await page.screenshot({ path: join(folder, `web-found-${size.width}.png`) });
  await page.keyboard.press("Enter");
  assert.equal(await field.inputValue(), "colour 770");
  assert.equal(await input.getByRole("listbox").isVisible(), false);
  await field.fill("no colour");
  await page.keyboard.press("Tab");
  assert.equal(await field.inputValue(), "colour 770");
  await field.click();
  assert.equal(await input.locator('[aria-selected="true"]').count(), 0, "it is beyond the first that are listed");
  await page.waitForTimeout(1000); // what comes sooner is part of the same step
  await field.fill("COLOUR 12");
  await input.getByRole("option", { name: "colour 120", exact: true }).click();
  assert.equal(await field.inputValue(), "colour 120");
  await page.getByRole("button", { name: "Undo the inputs" }).click();
  assert.equal(await field.inputValue(), "colour 770");
  await page.close();
}

/** A table is pasted from a spreadsheet, typed in, undone; the answer sorted, filtered and saved as it is seen. */
async function table(size) {
  const page = await open("/#/echo", { size }, echo);
  const input = page.locator('.inputs [data-port="table"]');
  await input.locator(".cell").first().waitFor();
  const cells = () => input.locator(".cell").evaluateAll((all) => all.map((one) => one.value));
  const paste = (text) =>
    page.evaluate((block) => {
      const data = new DataTransfer();
      data.setData("text/plain", block);
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  await input.locator(".cell").first().click();
  await paste("name\tcode\tlength\nb \"quoted\"\t007\t1.5\na, b\t010\t12\n");
  assert.deepEqual(await cells(), ['b "quoted"', "007", "1.5", "a, b", "010", "12"]);
  assert.match(await input.locator(".field-head").innerText(), /2 rows × 3 columns/);
  // a block lies over the cells from the chosen one on, and makes the rows it needs
  await input.locator(".cell").nth(4).click();
  await paste("x\t3\ny\t-4\n");
  assert.deepEqual(await cells(), ['b "quoted"', "007", "1.5", "a, b", "x", "3", "", "y", "-4"]);
  await input.locator(".cell").nth(6).fill("third");
  await input.getByRole("button", { name: "Remove row 1" }).click();
  assert.deepEqual(await cells(), ["a, b", "x", "3", "third", "y", "-4"]);
  const undo = page.getByRole("button", { name: "Undo the inputs" });
  await undo.click();
  assert.equal((await cells()).length, 9);
  await undo.click();
  assert.equal((await cells())[6], "");
  await page.getByRole("button", { name: "Redo the inputs" }).click();
  assert.equal((await cells())[6], "third");
  // the keys undo in a cell too, which has a caret of its own
  await input.getByRole("button", { name: "Add row" }).click();
  assert.equal((await cells()).length, 12);
  assert.equal(await page.evaluate(() => document.activeElement.className), "cell");
  await page.keyboard.press("Control+z");
  assert.equal((await cells()).length, 9);
  await page.keyboard.press("Control+Shift+z");
  assert.equal((await cells()).length, 12);
  await page.keyboard.press("Control+z");
  await page.screenshot({ path: join(folder, `web-table-${size.width}.png`) });
  await page.close();

  const answer = { headers: ["name", "length"], data: [["b", 2], ["a, c", 10.25], ["d", null]] };
  const shown = await open(`/#/echo?${new URLSearchParams({ "in.table": JSON.stringify(answer) })}`, { size }, echo);
  await fill(shown);
  const output = shown.locator('.outputs [data-port="table"]');
  const rows = () => output.locator("tbody tr").evaluateAll((all) => all.map((row) => row.innerText.replace(/\s+/g, " ").trim()));
  assert.deepEqual(await rows(), ["b 2.00", "a, c 10.25", "d"]);
  await output.getByRole("button", { name: "length" }).click();
  await output.getByRole("button", { name: "length" }).click();
  assert.deepEqual(await rows(), ["a, c 10.25", "b 2.00", "d"]);
  await output.getByRole("searchbox").fill("A");
  assert.deepEqual(await rows(), ["a, c 10.25"]);
  assert.match(await output.locator(".field-head").innerText(), /1 of 3 rows × 2 columns/);
  const [download] = await Promise.all([shown.waitForEvent("download"), output.getByRole("button", { name: /^Save/ }).click()]);
  assert.equal(readFileSync(await download.path(), "utf8"), 'name,length\r\n"a, c",10.25');
  await output.getByRole("button", { name: "length" }).click();
  await output.getByRole("searchbox").fill("");
  assert.deepEqual(await rows(), ["b 2.00", "a, c 10.25", "d"]);
  await accessible(shown, "a table that is filtered");
  await shown.screenshot({ path: join(folder, `web-table-answer-${size.width}.png`), fullPage: true });
  await shown.close();
}

/** Fills what else the demo of every kind needs, by its sample, and runs it. */
async function fill(page) {
  const document = await (await fetch(`${echo}/openapi.json`)).json();
  const sample = Object.values(document.paths["/models/echo/predict"].post.requestBody.content["application/json"].examples)[0].value;
  const given = JSON.parse(new URLSearchParams(new URL(page.url()).hash.split("?")[1]).get("in.table"));
  const query = new URLSearchParams(Object.entries({ ...sample, table: given }).map(([name, value]) => [`in.${name}`, JSON.stringify(value)]));
  await page.goto(`${echo}/#/echo?${query}`);
  await answered(page);
  await page.locator('.outputs [data-port="table"] tbody tr').first().waitFor();
}

/** Boxes, points and masks are drawn by hand over the picture of another input, undone, and answered. */
async function byHand(size) {
  const document = await (await fetch(`${echo}/openapi.json`)).json();
  const sample = Object.values(document.paths["/models/echo/predict"].post.requestBody.content["application/json"].examples)[0].value;
  const query = new URLSearchParams(Object.entries(sample).map(([name, value]) => [`in.${name}`, JSON.stringify(value)]));
  const page = await open(`/#/echo?${query}`, { size }, echo);
  await answered(page);
  // a picture of 80 x 60 pixels
  await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [80, 60];
    canvas.getContext("2d").fillRect(0, 0, 40, 60);
    const data = new DataTransfer();
    data.items.add(new File([await new Promise((done) => canvas.toBlob(done))], "photo.png", { type: "image/png" }));
    document.querySelector('.inputs [data-port="image"] .medium').dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  const field = (name) => page.locator(`.inputs [data-port="${name}"]`);
  await page.waitForFunction(() => document.querySelector('.inputs [data-port="boxes"] .layer').getAttribute("viewBox") === "0 0 80 60");
  const drag = async (name, ...places) => {
    const pad = field(name).locator(".pad");
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    const scale = Math.min(box.width / 80, box.height / 60);
    const at = ([x, y]) => [box.x + box.width / 2 + (x - 40) * scale, box.y + box.height / 2 + (y - 30) * scale];
    await page.mouse.move(...at(places[0]));
    await page.mouse.down();
    for (const place of places.slice(1)) {
      await page.mouse.move(...at(place), { steps: 4 });
    }
    await page.mouse.up();
  };
  const rows = () => field("boxes").locator(".box-row").count();
  // the sample's own box goes by keys alone
  await field("boxes").locator(".pad").focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("Delete");
  assert.equal(await rows(), 0);
  await drag("boxes", [20, 10], [60, 40]);
  await drag("boxes", [70, 50]);
  assert.equal(await rows(), 2);
  const undo = page.getByRole("button", { name: "Undo the inputs" });
  await undo.click();
  assert.equal(await rows(), 1);
  await page.getByRole("button", { name: "Redo the inputs" }).click();
  assert.equal(await rows(), 2);
  // inside the box a drag moves it, at its corner it grows; the arrows move it too
  await drag("boxes", [40, 25], [45, 30]);
  await drag("boxes", [65, 45], [75, 55]);
  await field("boxes").locator(".pad").focus();
  await page.keyboard.press("ArrowLeft");
  await page.screenshot({ path: join(folder, `web-boxes-${size.width}.png`) });
  await field("mask").getByRole("button", { name: /^Clear/ }).click();
  await drag("mask", [10, 30], [70, 30]);
  await field("mask").getByRole("button", { name: "Eraser" }).click();
  await drag("mask", [60, 30], [79, 30]);
  await page.screenshot({ path: join(folder, `web-mask-${size.width}.png`) });
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: /^Run/ }).click();
  const { boxes, mask } = JSON.parse((await sent).postData());
  await answered(page);
  const near = (one, other) => assert.ok(Math.abs(one - other) <= 1, `${one} is not about ${other}`);
  assert.equal(boxes.boxes.length, 2);
  [24, 15, 50, 40].forEach((number, i) => near(["x", "y", "width", "height"].map((side) => boxes.boxes[0][side])[i], number));
  assert.deepEqual([boxes.boxes[1].width, boxes.boxes[1].height], [0, 0]);
  near(boxes.boxes[1].x, 70);
  assert.deepEqual([mask.width, mask.height, mask.segments.length], [80, 60, 1]);
  const painted = await page.evaluate(async (uri) => {
    const image = new Image();
    image.src = uri;
    await image.decode();
    const pen = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
    pen.drawImage(image, 0, 0);
    return [[40, 30], [70, 30], [40, 10]].map(([x, y]) => pen.getImageData(x, y, 1, 1).data[0]);
  }, mask.segments[0].mask);
  assert.deepEqual(painted, [255, 0, 0]);
  assert.equal(await page.locator('.outputs [data-port="boxes"] .box-row').count(), 2);
  await accessible(page, "a demo drawn on by hand");
  await page.close();
}

/** Who waits sees the place in the queue, moves up, and leaves it by Stop. */
async function queue() {
  const said = (page, words) => page.waitForFunction((wanted) => new RegExp(wanted).test(document.querySelector(".state").textContent), words, { polling: 50 });
  const long = async () => {
    const page = await open("/#/fashion-generator");
    await answered(page);
    await page.locator('[data-port="steps"]').getByRole("spinbutton").fill("50");
    return page;
  };
  const [second, third] = [await long(), await long()];
  // how long such a run takes is known from one that has ended
  await second.getByRole("button", { name: "Run", exact: true }).click();
  await second.waitForFunction(() => /^[\d.]+ m?s$/.test(document.querySelector(".state").textContent));
  await answered(second);
  const release = await occupy();
  await second.getByRole("button", { name: "Run", exact: true }).click();
  await said(second, "^Next in the queue");
  await third.getByRole("button", { name: "Run", exact: true }).click();
  await said(third, "^Place 2 of 2 in the queue, about \\d+ s");
  await third.screenshot({ path: join(folder, "web-queue.png") });
  await second.getByRole("button", { name: /^Stop/ }).click();
  await said(second, "^Stopped$");
  await said(third, "^Next in the queue");
  release();
  await third.waitForSelector(".outputs.is-partial");
  await third.keyboard.press("Escape");
  await said(third, "^Stopped$");
  await second.close();
  await third.close();
}

/** Gives every thread of the program something long to do. @returns what ends it */
async function occupy() {
  const ends = new AbortController();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const answer = await fetch(`${address}/models/storyteller/predict`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
        body: JSON.stringify({ prompt: "Once upon a time", length: 2000 }),
        signal: ends.signal,
      });
      const reader = answer.body.getReader();
      const text = new TextDecoder();
      for (let heard = ""; !heard.includes("event: partial"); ) {
        const { done, value } = await reader.read();
        assert.ok(!done, heard);
        heard += text.decode(value);
      }
      // nobody reads on, but whoever was there stays until told
      (async () => { while (!(await reader.read()).done); })().catch(() => {});
    }),
  );
  return () => ends.abort();
}

/** Figures of a first visit, for whoever reads the log: bytes, time on a slow processor. */
async function figures() {
  const fresh = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  for (const [path, what] of [["/", ".card"], ["/#/digits", ".run"]]) {
    const context = await fresh.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    let face = 0;
    let all = 0;
    const from = new Map();
    session.on("Network.requestWillBeSent", ({ requestId, request }) => from.set(requestId, new URL(request.url).pathname));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      all += encodedDataLength;
      face += /^\/(web\/.*)?$/.test(from.get(requestId)) ? encodedDataLength : 0;
    });
    const began = performance.now();
    await page.goto(address + path);
    await page.waitForSelector(what);
    const usable = performance.now() - began;
    await page.waitForLoadState("networkidle");
    console.log(`web: ${path} ${Math.round(face / 1000)} kB of page (${Math.round(all / 1000)} kB with the models' data), usable after ${Math.round(usable)} ms at a quarter of the speed`);
    assert.ok(face < 150_000);
    await context.close();
  }
  await fresh.close();
}

try {
  const { models } = await (await fetch(address + "/models")).json();
  for (const part of [() => gallery(models), drawing, dropped, folders, album, camera, recording, refusal, () => kinds(DESK), () => kinds(PHONE), kept, () => found(DESK), () => found(PHONE), () => table(DESK), () => table(PHONE), () => byHand(DESK), () => byHand(PHONE), last, stopped, queue, history, look, offline, figures, () => eachDemo(models)]) {
    await part();
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
assert.deepEqual(wrong, []);
console.log("web: the web face is as it should be");
