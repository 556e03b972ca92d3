import assert from 'node:assert/strict';
import type http from 'node:http';
import { afterEach, test } from 'node:test';
import { doorstepClient, type LogEvent } from '../src/doorstep-client.ts';
import { type Answer, type FakeServer, hangUp, openFakeServer, problem } from './fake-server.ts';

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

function begin(response: http.ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': welcome\n\n');
}

const message = (position: number) =>
  `id: ${position}\nevent: order.captured.v1\ndata: {"position":${position}}\n\n`;

const stream =
  (...texts: readonly string[]): Answer =>
  (response) => {
    begin(response);
    response.end(texts.join(''));
  };

async function take(events: AsyncIterable<LogEvent>, count: number): Promise<(number | null)[]> {
  const positions: (number | null)[] = [];
  for await (const { position } of events) {
    positions.push(position);
    if (positions.length === count) break;
  }
  return positions;
}

test('a stream that ends or breaks goes on behind the last event, and none comes twice', async () => {
  const { doorstep, asked } = await open(
    stream(message(8), message(9)),
    hangUp,
    problem(503, 'database-unavailable', { 'retry-after': '0' }),
    // An old one again, and one that the connection cuts off.
    stream(message(9), message(10), 'id: 11\ndata: {"position'),
    stream(message(11)),
  );
  assert.deepEqual(await take(doorstep.streamEvents({ after: 7 }), 4), [8, 9, 10, 11]);
  assert.deepEqual(
    asked.map(({ path }) => path.split('after=')[1]),
    ['7', '9', '9', '9', '10'],
  );
});

test('one may know whether the connection stands', async () => {
  const { doorstep } = await open(stream(message(1)), hangUp, stream(message(2)));
  const states: string[] = [];
  const onState = (state: string) => states.push(state);
  assert.deepEqual(await take(doorstep.streamEvents({ after: 0 }, { onState }), 2), [1, 2]);
  assert.deepEqual(states, ['open', 'lost', 'lost', 'open']);
});

test('lines may arrive in pieces, and end as they like', async () => {
  const { doorstep } = await open((response) => {
    begin(response);
    const bytes = Buffer.from(
      `${message(1).replaceAll('\n', '\r\n')}id: 2\ndata: {"position":2,\ndata: "actor":"ü"}\n\n`,
    );
    let at = 0;
    const timer = setInterval(() => {
      response.write(bytes.subarray(at, at + 3));
      at += 3;
      if (at < bytes.length) return;
      clearInterval(timer);
      response.end();
    }, 0);
  });
  const seen: LogEvent[] = [];
  for await (const event of doorstep.streamEvents()) {
    seen.push(event);
    if (seen.length === 2) break;
  }
  assert.deepEqual(
    seen.map(({ position, actor }) => [position, actor]),
    [
      [1, undefined],
      [2, 'ü'],
    ],
  );
});

test('a stream that says where it starts is resumed there, even before its first event', async () => {
  const { doorstep, asked } = await open(stream('id: 40\n\n'), stream(message(41)));
  assert.deepEqual(await take(doorstep.streamEvents(), 1), [41]);
  assert.deepEqual(
    asked.map(({ path }) => path),
    ['/v1/events/stream', '/v1/events/stream?after=40'],
  );
});

test('a connection that falls silent is given up', async () => {
  const { doorstep, asked } = await open(
    (response) => {
      begin(response);
      response.write(message(1));
    },
    stream(message(2)),
  );
  assert.deepEqual(await take(doorstep.streamEvents({ after: 0 }, { idleMs: 60 }), 2), [1, 2]);
  assert.equal(asked[1]?.path, '/v1/events/stream?after=1');
});

test('an abort ends the loop', { timeout: 5_000 }, async () => {
  const { doorstep } = await open((response) => {
    begin(response);
    response.write(message(1));
  });
  const aborting = new AbortController();
  let seen = 0;
  for await (const _ of doorstep.streamEvents({ after: 0 }, { signal: aborting.signal })) {
    seen += 1;
    setTimeout(() => aborting.abort(), 20);
  }
  assert.equal(seen, 1);
});

test('leaving the loop closes the connection', { timeout: 5_000 }, async () => {
  const closed = Promise.withResolvers<void>();
  const { doorstep } = await open((response) => {
    response.on('close', () => closed.resolve());
    begin(response);
    response.write(message(1));
  });
  await take(doorstep.streamEvents({ after: 0 }), 1);
  await closed.promise;
});

test('a refusal ends the stream, and so does a server that never was there', async () => {
  const { doorstep, asked } = await open(stream(message(1)), problem(401, 'not-authenticated'));
  const events = doorstep.streamEvents({ after: 0 });
  assert.equal((await events.next()).value?.position, 1);
  await assert.rejects(events.next(), { code: 'not-authenticated' });
  assert.equal(asked.length, 2);
  const nobody = doorstepClient({ url: 'http://127.0.0.1:9', backoffMs: 1 });
  await assert.rejects(nobody.streamEvents().next(), { name: 'DoorstepUnreachable' });
});
