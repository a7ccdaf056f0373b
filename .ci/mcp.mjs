// The tools of Vitrine as the official clients of the Model Context Protocol see them: lists them and calls them, a
// picture in and structured output or a picture out, over HTTP and over standard streams, with progress and cancel, by
// the protocol of 2025-11-25 and by that of 2026-07-28.
//
// node mcp.mjs LAUNCHER MODELS URL, where both SDKs are installed; MODELS is the folder of the gallery.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Client as Legacy } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as LegacyStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as LegacyHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client as Modern, StreamableHTTPClientTransport as ModernHttp } from '@modelcontextprotocol/client';
import { StdioClientTransport as ModernStdio } from '@modelcontextprotocol/client/stdio';

const [launcher, models, url] = process.argv.slice(2);
const info = { name: 'vitrine-ci', version: '1' };
const file = (path) => readFileSync(`${models}/${path}`).toString('base64');
const started = { command: launcher, args: ['mcp', ...['digits', 'sharper', 'fashion-generator'].map((id) => `${models}/${id}`)] };
const ways = {
  'HTTP, 2025-11-25': [new Legacy(info), new LegacyHttp(new URL(url))],
  'stdio, 2025-11-25': [new Legacy(info), new LegacyStdio(started)],
  'HTTP, 2026-07-28': [modern(), new ModernHttp(new URL(url))],
  'stdio, 2026-07-28': [modern(), new ModernStdio(started)],
};

function modern() {
  return new Modern(info, { versionNegotiation: { mode: 'auto' } });
}

// The SDKs' second generation has no schema among the arguments of a call.
function call(client, params, options) {
  return client instanceof Legacy ? client.callTool(params, undefined, options) : client.callTool(params, options);
}

for (const [name, [client, transport]] of Object.entries(ways)) {
  await client.connect(transport);
  assert.equal(client.getServerVersion().name, 'vitrine');
  if (client instanceof Modern) {
    assert.equal(client.getNegotiatedProtocolVersion(), '2026-07-28');
  }
  const { tools } = await client.listTools();
  const digits = tools.find((tool) => tool.name === 'digits');
  assert.deepEqual(Object.keys(digits.inputSchema.properties), ['image']);
  assert.deepEqual(digits.outputSchema.required, ['scores']);

  const read = await call(client, { name: 'digits', arguments: { image: file('digits/examples/digit_3.png') } });
  assert.equal(read.structuredContent.scores.label, '3');
  assert.deepEqual(JSON.parse(read.content[0].text), read.structuredContent);

  const sharp = await call(client, { name: 'sharper', arguments: { image: file('sharper/examples/cat.png') } });
  assert.equal(sharp.content[0].type, 'image');
  assert.equal(sharp.content[0].mimeType, 'image/png');
  assert.equal(Buffer.from(sharp.content[0].data, 'base64').subarray(1, 4).toString(), 'PNG');

  const wrong = await call(client, { name: 'digits', arguments: { image: 'x' } });
  assert.equal(wrong.isError, true);
  assert.match(wrong.content[0].text, /^'Your digit' is neither a data URI nor base64 text; /);
  await assert.rejects(call(client, { name: 'none', arguments: {} }), /There is no model 'none'/);

  const told = [];
  const drawn = await call(
    client,
    { name: 'fashion-generator', arguments: generator(tools) },
    { onprogress: (progress) => told.push(progress) },
  );
  assert.equal(drawn.content[0].type, 'image', JSON.stringify(drawn).slice(0, 300));
  assert.ok(told.length > 1, 'no progress');
  told.reduce((before, now) => (assert.ok(now.progress > before), now.progress), 0);

  const leave = new AbortController();
  const begun = Date.now();
  await assert.rejects(
    call(
      client,
      { name: 'fashion-generator', arguments: generator(tools) },
      { signal: leave.signal, onprogress: () => leave.abort() },
    ),
  );
  // what was cancelled holds up nobody
  await call(client, { name: 'digits', arguments: { image: file('digits/examples/digit_3.png') } });
  console.log(`${name}: ${tools.length} tools, ${told.length} notifications, cancelled after ${Date.now() - begun} ms`);
  if (name.startsWith('HTTP')) {
    await everyDemo(client, tools);
  }
  await client.close();
}

// The first example of every demo: the client holds what comes out against the tool's outputSchema, and it is what
// plain HTTP answers.
async function everyDemo(client, tools) {
  for (const tool of tools) {
    const { inputs } = await (await fetch(new URL(`/models/${tool.name}/examples/1`, url))).json();
    const result = await call(client, { name: tool.name, arguments: { ...inputs, ...brief(tool) } });
    assert.ok(!result.isError, `${tool.name}: ${JSON.stringify(result).slice(0, 300)}`);
    const plain = await fetch(new URL(`/models/${tool.name}/predict`, url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...inputs, ...brief(tool) }),
    });
    const outputs = await plain.json();
    for (const port of Object.keys(tool.outputSchema?.properties ?? {})) {
      close(result.structuredContent[port], outputs[port], `${tool.name} ${port}`);
    }
    const media = Object.keys(outputs).length - Object.keys(tool.outputSchema?.properties ?? {}).length;
    assert.equal(result.content.filter(({ type }) => type !== 'text').length, media, tool.name);
  }
}

// A loop goes round a few times only.
function brief(tool) {
  return Object.fromEntries(Object.entries({ length: 3, steps: 5 }).filter(([key]) => key in tool.inputSchema.properties));
}

// Two runs of one network may differ in the last bits.
function close(a, b, where) {
  if (typeof a === 'number') {
    assert.ok(Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a)), `${where}: ${a} and ${b}`);
  } else if (a !== null && typeof a === 'object') {
    assert.deepEqual(Object.keys(a), Object.keys(b), where);
    Object.keys(a).forEach((key) => close(a[key], b[key], `${where}.${key}`));
  } else {
    assert.equal(a, b, where);
  }
}

// As slow as it goes.
function generator(tools) {
  const { properties } = tools.find((tool) => tool.name === 'fashion-generator').inputSchema;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, schema]) => 'maximum' in schema && /steps/.test(schema.title.toLowerCase()))
      .map(([key, schema]) => [key, schema.maximum]),
  );
}
