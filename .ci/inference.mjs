// The Open Inference Protocol as a client sees it that is made of /openapi.json when it starts: every network of the
// gallery is asked for its tensors, called with them in JSON, and again with them as bytes, and gives the same.
//
// node inference.mjs ADDRESS, where openapi-client-axios is installed.
import assert from 'node:assert/strict';
import { OpenAPIClientAxios } from 'openapi-client-axios';

const definition = new URL('/openapi.json', process.argv[2]).href;
const client = await new OpenAPIClientAxios({ definition }).init();
const SIZES = { BOOL: 1, UINT8: 1, INT8: 1, UINT16: 2, INT16: 2, FP16: 2, BF16: 2, UINT32: 4, INT32: 4, FP32: 4, UINT64: 8, INT64: 8, FP64: 8 };

// What a network wants and does not declare.
const WANTED = {
  storyteller: {
    input_ids: { sizes: [1, 4] },
    past_keys: { sizes: [8, 1, 6, 3, 64] },
    past_values: { sizes: [8, 1, 6, 3, 64] },
  },
  voice: { input: { sizes: [1, 576] }, state: { sizes: [2, 1, 128] }, sr: { value: 16000 } },
};

process.on('uncaughtException', (e) => {
  console.error(e.response?.data ?? e);
  process.exit(1);
});

assert.equal((await client.inference_server()).data.name, 'vitrine');
assert.equal((await client.inference_live()).data.live, true);
const { models } = (await client.inference_models()).data;
assert.deepEqual((await client.inference_index()).data.map((entry) => entry.name), models);

for (const name of models) {
  const { data: network } = await client.inference_metadata(name);
  assert.equal((await client.inference_model_ready(name)).data.ready, true);
  const inputs = network.inputs.map((input) => tensor(input, WANTED[name]?.[input.name]));
  const json = (await client.infer(name, { inputs })).data.outputs;
  const bytes = await binary(name, inputs);
  assert.deepEqual(bytes.map(({ name, datatype, shape }) => ({ name, datatype, shape })),
    json.map(({ name, datatype, shape }) => ({ name, datatype, shape })));
  json.forEach((output, i) => output.data.forEach((value, j) => close(value, bytes[i].data[j], `${name} ${output.name}`)));
  console.log(`${name}: ${json.map((output) => `${output.name} ${output.datatype}[${output.shape}]`).join(', ').slice(0, 120)}`);
}

await assert.rejects(client.inference_metadata('none'), (e) => {
  assert.equal(e.response.status, 404);
  return /^There is no/.test(e.response.data.error);
});

// A tensor that the network takes: what is free has a size that pictures and sounds have.
function tensor({ name, datatype, shape }, wanted) {
  const sizes = wanted?.sizes ?? shape.map((size, i) => (size >= 0 ? size : i === 0 ? 1 : 64));
  const count = sizes.reduce((a, b) => a * b, 1);
  const one = (i) => (datatype === 'BYTES' ? 'x' : datatype === 'BOOL' ? i % 2 === 0 : /^FP/.test(datatype) ? (i % 7) / 8 : wanted?.value ?? 1);
  return { name, datatype, shape: sizes, data: Array.from({ length: count }, (_, i) => one(i)) };
}

async function binary(name, inputs) {
  const bodies = inputs.map(write);
  const head = Buffer.from(JSON.stringify({
    parameters: { binary_data_output: true },
    inputs: inputs.map(({ data, ...rest }, i) => ({ ...rest, parameters: { binary_data_size: bodies[i].length } })),
  }));
  const answer = await client.infer(
    { name, 'Inference-Header-Content-Length': head.length },
    Buffer.concat([head, ...bodies]),
    { headers: { 'Content-Type': 'application/octet-stream' }, responseType: 'arraybuffer' },
  );
  const length = Number(answer.headers['inference-header-content-length']);
  const all = Buffer.from(answer.data);
  let at = length;
  return JSON.parse(all.subarray(0, length)).outputs.map((output) => {
    const end = at + output.parameters.binary_data_size;
    const data = read(output.datatype, all.subarray(at, end));
    at = end;
    return { ...output, data };
  });
}

function write({ datatype, data }) {
  if (datatype === 'BYTES') {
    return Buffer.concat(data.map((text) => {
      const bytes = Buffer.from(text);
      const size = Buffer.alloc(4);
      size.writeUInt32LE(bytes.length);
      return Buffer.concat([size, bytes]);
    }));
  }
  const buffer = Buffer.alloc(SIZES[datatype] * data.length);
  data.forEach((value, i) => writer(datatype).call(buffer, value, i * SIZES[datatype]));
  return buffer;
}

function writer(datatype) {
  const b = Buffer.prototype;
  switch (datatype) {
    case 'FP32': return b.writeFloatLE;
    case 'FP64': return b.writeDoubleLE;
    case 'INT64': return function (value, at) { this.writeBigInt64LE(BigInt(value), at); };
    case 'INT32': return b.writeInt32LE;
    case 'BOOL': case 'UINT8': return function (value, at) { this.writeUInt8(Number(value), at); };
    default: throw new Error(`no network here takes ${datatype}`);
  }
}

function read(datatype, bytes) {
  const all = [];
  if (datatype === 'BYTES') {
    for (let at = 0; at < bytes.length;) {
      const end = at + 4 + bytes.readUInt32LE(at);
      all.push(bytes.toString('utf8', at + 4, end));
      at = end;
    }
    return all;
  }
  const b = Buffer.prototype;
  const one = { FP32: b.readFloatLE, FP64: b.readDoubleLE, INT64: b.readBigInt64LE, INT32: b.readInt32LE, UINT8: b.readUInt8, BOOL: b.readUInt8 }[datatype];
  for (let at = 0; at < bytes.length; at += SIZES[datatype]) {
    all.push(one.call(bytes, at));
  }
  return all;
}

// Two runs of one network may differ in the last bits.
function close(a, b, where) {
  if (typeof a === 'string' && typeof b === 'number') {
    assert.equal(Number(a) || a, Number.isNaN(b) ? 'NaN' : b, where);
  } else if (typeof a === 'number') {
    assert.ok(Math.abs(a - Number(b)) <= 1e-5 * Math.max(1, Math.abs(a)), `${where}: ${a} and ${b}`);
  } else {
    assert.equal(typeof a === 'boolean' ? Number(a) : a, b, where);
  }
}
