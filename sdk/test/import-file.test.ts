import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { doorstepClient, type FileToImport } from '../src/doorstep-client.ts';
import { type Answer, type FakeServer, hangUp, openFakeServer, problem } from './fake-server.ts';

const servers: FakeServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const PIECE = 4_000_000;

/** Takes pieces as the server does; the answers that `losing` names are lost. */
async function open({ losing = [] as readonly number[], first = [] as readonly Answer[] } = {}) {
  const known = { id: 'imp_1', state: 'receiving', receivedBytes: 0 };
  let pieces = 0;
  const take: Answer = (response, asked) => {
    const { method, path, body } = asked;
    const query = new URL(path, 'http://x').searchParams;
    if (method === 'PUT') {
      pieces += 1;
      if (known.state !== 'receiving') return problem(409, 'import-not-receiving')(response, asked);
      if (Number(query.get('offset')) !== known.receivedBytes)
        return problem(409, 'import-offset-differs')(response, asked);
      known.receivedBytes += body.length;
      if (query.get('last') === 'true') known.state = 'reading';
      if (losing.includes(pieces)) return response.destroy();
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(known));
  };
  const server = await openFakeServer(...first, take);
  servers.push(server);
  const doorstep = doorstepClient({ url: server.url, apiKey: 'dsk_test', backoffMs: 1 });
  const send = (file: FileToImport) =>
    doorstep.importFile(file, { profile: 'shopify', fileName: 'orders.csv' });
  return { send, asked: server.asked };
}

async function* stream(chunks: number, size: number) {
  for (let chunk = 0; chunk < chunks; chunk += 1) yield new Uint8Array(size).fill(65);
}

test('a file of any kind is sent in pieces, the last one marked', async () => {
  const bytes = new Uint8Array(2 * PIECE + 7).fill(65);
  for (const file of [bytes, new Blob([bytes]), stream(PIECE / 1000, 2000), new Uint8Array()]) {
    const { send, asked } = await open();
    const { receivedBytes, state } = await send(file);
    assert.equal(state, 'reading');
    const sent = asked.filter(({ method }) => method === 'PUT');
    assert.equal(
      sent.reduce((sum, { body }) => sum + body.length, 0),
      receivedBytes,
    );
    assert.ok(sent.every(({ body }) => body.length <= PIECE));
    assert.deepEqual(
      sent.map(({ path }) => path.includes('last=true')),
      sent.map((_, place) => place === sent.length - 1),
    );
    assert.equal(sent[0]?.headers['content-type'], 'application/octet-stream');
  }
});

test('a piece that broke off is sent again; one whose answer was lost is not doubled', async () => {
  const { send, asked } = await open({ first: [hangUp], losing: [1, 4] });
  const { receivedBytes } = await send(new Uint8Array(2 * PIECE + 7).fill(65));
  assert.equal(receivedBytes, 2 * PIECE + 7);
  assert.equal(asked.filter(({ method }) => method === 'PUT').length, 5);
});

test('a refusal is thrown as it is', async () => {
  const { send } = await open({ first: [problem(422, 'profile-unknown')] });
  await assert.rejects(send(new Uint8Array(1)), { code: 'profile-unknown' });
});
