import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { type BulkOutcome, doorstepClient } from '../src/doorstep-client.ts';
import {
  type Answer,
  type Asked,
  type FakeServer,
  hangUp,
  openFakeServer,
  problem,
} from './fake-server.ts';

const servers: FakeServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function open(...answers: readonly Answer[]) {
  const server = await openFakeServer(...answers);
  servers.push(server);
  const { url, asked } = server;
  return { asked, doorstep: doorstepClient({ url, apiKey: 'dsk_test', backoffMs: 1 }) };
}

const rowsOf = ({ body }: Asked) => body.trimEnd().split('\n').length;

/** Answers as the server does; rows that `refused` names are refused. */
const capture =
  (refused: (row: number) => number | undefined = () => undefined, cut = 0): Answer =>
  (response, asked) => {
    const lines = Array.from({ length: rowsOf(asked) - cut }, (_, index) => {
      const row = index + 1;
      const status = refused(row);
      const outcome =
        status === undefined
          ? { row, status: 201, order: { id: `ord_${row}` } }
          : { row, status, problem: { code: 'insufficient-stock', status } };
      return `${JSON.stringify(outcome)}\n`;
    });
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.end(lines.join(''));
  };

async function* orders(count: number, told: { taken: number } = { taken: 0 }) {
  for (let row = 1; row <= count; row += 1) {
    told.taken += 1;
    yield {
      channel: 'web',
      externalId: `${row}`,
      currency: 'EUR',
      lines: [{ sku: 'MUG', quantity: 1 }],
    };
  }
}

test('any number of orders is sent in chunks, and outcomes come in the order of the rows', async () => {
  const { doorstep, asked } = await open(capture((row) => (row === 3 ? 409 : undefined)));
  const outcomes: BulkOutcome[] = [];
  for await (const outcome of doorstep.captureOrdersInBulk(orders(1203))) outcomes.push(outcome);
  assert.deepEqual(
    outcomes.map(({ row }) => row),
    Array.from({ length: 1203 }, (_, index) => index + 1),
  );
  assert.deepEqual(
    outcomes.filter(({ problem }) => problem !== undefined).map(({ row }) => row),
    [3, 503, 1003],
  );
  assert.deepEqual(asked.map(rowsOf).sort(), [203, 500, 500]);
  assert.equal(asked[0]?.headers['content-type'], 'application/x-ndjson');
});

test('a chunk whose answer was lost or cut off is sent again as it was', async () => {
  const { doorstep, asked } = await open(
    hangUp,
    capture(undefined, 2),
    problem(503, 'overloaded'),
    capture((row) => (row === 1 ? 503 : undefined)),
    capture(),
  );
  const outcomes: BulkOutcome[] = [];
  for await (const outcome of doorstep.captureOrdersInBulk(orders(5), { idempotencyKey: 'import' }))
    outcomes.push(outcome);
  assert.deepEqual(
    outcomes.map(({ row, status }) => [row, status]),
    [1, 2, 3, 4, 5].map((row) => [row, 201]),
  );
  assert.equal(asked.length, 5);
  assert.equal(new Set(asked.map(({ body }) => body)).size, 1);
  assert.deepEqual(
    [...new Set(asked.map(({ headers }) => headers['idempotency-key']))],
    ['import 1'],
  );
});

test('orders are taken as their outcomes are, so memory stays where it is', async () => {
  const { doorstep } = await open(capture());
  const told = { taken: 0 };
  const outcomes = doorstep.captureOrdersInBulk(orders(100_000, told));
  assert.equal((await outcomes.next()).value?.row, 1);
  assert.ok(told.taken <= 1501, `${told.taken} orders were taken`);
  await outcomes.return();
});

test('a refusal of the whole, a source that fails and an abort end it', async () => {
  const { doorstep, asked } = await open(problem(403, 'not-allowed'));
  await assert.rejects(doorstep.captureOrdersInBulk(orders(3)).next(), { code: 'not-allowed' });
  assert.equal(asked.length, 1);
  const source = (async function* () {
    yield* orders(2);
    throw new Error('The file is broken.');
  })();
  await assert.rejects(doorstep.captureOrdersInBulk(source).next(), {
    message: 'The file is broken.',
  });
  const signal = AbortSignal.abort(new Error('enough'));
  await assert.rejects(doorstep.captureOrdersInBulk(orders(3), { signal }).next(), {
    message: 'enough',
  });
  const none: BulkOutcome[] = [];
  for await (const outcome of doorstep.captureOrdersInBulk([])) none.push(outcome);
  assert.deepEqual(none, []);
});
