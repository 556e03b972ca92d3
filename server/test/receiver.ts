// A receiver of webhooks that does what a test wants, and the loops of the worker that send to it.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '../src/db/transaction.ts';
import { type OutboundRules, outboundRules } from '../src/http/outbound-rules.ts';
import { runReader } from '../src/log/run-reader.ts';
import { sequenceLog } from '../src/log/sequence-log.ts';
import { runDue } from '../src/run-due.ts';
import type { Runtime } from '../src/runtime.ts';
import { advanceReplays } from '../src/webhooks/advance-replays.ts';
import { queueDeliveries } from '../src/webhooks/queue-deliveries.ts';
import { selectTenantsWithDueReplays } from '../src/webhooks/replays.sql.ts';
import { type SenderOptions, webhookSender } from '../src/webhooks/webhook-sender.ts';
import type { Caller, Shop } from './shop.ts';

export interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events freely
  readonly event: any;
}

type Handle = (response: ServerResponse, received: Received, count: number) => void;

export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** Ids of the events in order of arrival. */
  ids(): string[];
  /** What it does from now on; it answers 204 until then. */
  does(handle: Handle): void;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let handle: Handle = (response) => void response.writeHead(204).end();
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const headers = request.headers as Record<string, string>;
    const one = { path: request.url ?? '', headers, body, event: JSON.parse(body || 'null') };
    received.push(one);
    response.on('error', () => {});
    handle(response, one, received.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    ids: () => received.map(({ headers }) => headers['webhook-id'] ?? ''),
    does(wanted) {
      handle = wanted;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** Receivers listen on this machine; names are as a test says. */
export function localRules(names: OutboundRules['resolve'] = async () => []): OutboundRules {
  return { ...outboundRules(true), resolve: names };
}

export interface Sending {
  stop(): Promise<void>;
}

/** Sequences, queues, replays and sends, as the worker does. */
export function startSending(runtime: Runtime, options: Partial<SenderOptions> = {}): Sending {
  const sender = webhookSender(runtime, { graceMs: 50, ...options });
  const replays = {
    name: 'replay-webhooks',
    tenants: selectTenantsWithDueReplays,
    verb: advanceReplays,
  };
  let isStopped = false;
  const loop = async (step: () => Promise<unknown>): Promise<void> => {
    while (!isStopped) {
      await step();
      await sleep(5);
    }
  };
  const loops = [
    loop(async () => {
      await sequenceLog(runtime.clock);
      if (await queueWebhooks(runtime)) sender.wake();
    }),
    loop(() => runDue(runtime, replays)),
    loop(() => sender.step()),
  ];
  return {
    async stop() {
      isStopped = true;
      await sender.stop();
      await Promise.all(loops);
    },
  };
}

/** The reader of the log that queues, once; @returns whether there was anything to read */
export async function queueWebhooks(runtime: Runtime): Promise<boolean> {
  const found = await runReader(runtime.clock, runtime.app, {
    name: 'queue-webhooks',
    wants: [''],
    handleHeads: async (tenant, events) => {
      await inTransaction(runtime.app, tenant, (tx) => queueDeliveries(tx, runtime, events));
    },
  });
  return found !== null;
}

export interface Endpoint {
  readonly id: string;
  readonly at: string;
  readonly secret: string;
}

/** Takes what happens from now on: what happened before has its position. */
export async function createEndpoint(
  shop: Caller & Pick<Shop, 'sequence'>,
  url: string,
  more: object = {},
): Promise<Endpoint> {
  await shop.sequence();
  const { status, body } = await shop.call('POST', '/v1/webhook-endpoints', { url, ...more });
  assert.equal(status, 201, JSON.stringify(body));
  return { id: body.id, at: `/v1/webhook-endpoints/${body.id}`, secret: body.secret };
}

/** An event that costs little: a note on the channel `web`. */
export async function makeEvents(shop: Caller, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    const name = `Web ${Math.random()}`;
    const { status } = await shop.call('PATCH', '/v1/channels/web', { name });
    assert.equal(status, 200);
  }
}

export async function deliveriesOf(shop: Pick<Shop, 'call'>, { at }: Endpoint) {
  return (await shop.call('GET', `${at}/deliveries?limit=200`)).body.items;
}
