// Reads /docs and /redoc as a person does, with Debian's Chromium: nothing may leave this machine, nothing may be wrong
// on the console, "Try it out" gives an answer, and the pages can be read in light and in dark.
//   node docs.mjs ADDRESS FOLDER     pictures of the pages go to FOLDER; playwright-core is found where it is started
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";

const { chromium } = createRequire(join(process.cwd(), "x.js"))("playwright-core");
const [address, folder] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "chromium-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
  viewport: { width: 1280, height: 900 },
});

const wrong = [];

async function open(path, colorScheme) {
  const page = await browser.newPage();
  await page.emulateMedia({ colorScheme });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address + "/")) {
      wrong.push(`${path} asks for ${request.url()}`);
    }
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      wrong.push(`${path} says ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => wrong.push(`${path} throws ${error}`));
  await page.goto(address + path);
  return page;
}

async function docs(colorScheme) {
  const page = await open("/docs", colorScheme);
  const predict = page.locator("#operations-penguins-predict_penguins");
  await predict.locator(".opblock-summary-control").click();
  await predict.getByRole("button", { name: "Execute" }).click();
  const answer = predict.locator(".live-responses-table .response");
  await answer.waitFor();
  assert.equal((await answer.locator(".response-col_status").first().innerText()).trim(), "200");
  assert.match(await answer.innerText(), /confidences/);
  assert.match(await page.evaluate(overSocket), /"event":"result".*confidences/);
  await predict.scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(folder, `docs-${colorScheme}.png`) });
  await page.close();
}

// The last message about a run that a page of the endpoint itself asks for.
function overSocket() {
  return new Promise((done, fail) => {
    const socket = new WebSocket(location.origin.replace("http", "ws") + "/models/penguins/ws");
    const data = {
      beak_length_mm: 36.7, beak_depth_mm: 19.3, flipper_length_mm: 193, body_mass_g: 3450,
      island: "Torgersen", sex: "FEMALE",
    };
    socket.onopen = () => socket.send(JSON.stringify({ event: "predict", data }));
    socket.onerror = fail;
    socket.onmessage = (message) => {
      if (!message.data.includes('"event":"progress"')) {
        socket.close();
        done(message.data);
      }
    };
  });
}

async function redoc(colorScheme) {
  const page = await open("/redoc", colorScheme);
  await page.getByRole("heading", { name: "Run Penguins" }).waitFor();
  await page.getByRole("textbox").first().fill("penguins");
  await page.locator('[data-role="search:results"]').getByText("Run Penguins").click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `redoc-${colorScheme}.png`) });
  await page.close();
}

try {
  for (const colorScheme of ["light", "dark"]) {
    await docs(colorScheme);
    await redoc(colorScheme);
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
assert.deepEqual(wrong, []);
console.log("docs: /docs and /redoc are as they should be");
