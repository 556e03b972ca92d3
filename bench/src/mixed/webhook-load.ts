// An endpoint with more to deliver than is delivered while it is measured.

import { setTimeout as sleep } from 'node:timers/promises';
import { askOnce } from '../rig/ask-once.ts';
import { ask, endChild, forkModule } from '../rig/children.ts';
import type { ReceiverAnswer } from './receiver-child.ts';

type Server = { readonly port: number; readonly secret: string };
type Endpoint = { readonly id: string; readonly version: number };

export interface WebhookLoad {
  /** Switches it on, with all that has happened to send again; deliveries by then. */
  start(): Promise<void>;
  count(): Promise<number>;
  /** What is queued stays. */
  pause(): Promise<void>;
  close(): Promise<void>;
}

const EVENT = 'order.captured.v1';

export async function openWebhooks(server: Server): Promise<WebhookLoad> {
  const since = new Date(Date.now() - 3_600_000).toISOString();
  const child = forkModule(new URL('./receiver-child.ts', import.meta.url).pathname);
  const { port } = await ask<ReceiverAnswer>(child, {});
  const { id } = await askOnce<Endpoint>(server, {
    method: 'POST',
    path: '/v1/webhook-endpoints',
    body: { url: `http://127.0.0.1:${port}/`, eventTypes: [EVENT], active: false },
  });
  const path = `/v1/webhook-endpoints/${id}`;
  const change = async (active: boolean): Promise<void> => {
    const { version } = await askOnce<Endpoint>(server, { method: 'GET', path });
    await askOnce(server, { method: 'PATCH', path, body: { active, version } });
  };
  const count = async () => (await ask<ReceiverAnswer>(child, {})).received;
  return {
    async start() {
      await change(true);
      await askOnce(server, { method: 'POST', path: `${path}/replays`, body: { since } });
      for (const from = await count(); (await count()) === from; ) await sleep(10);
    },
    count,
    pause: () => change(false),
    close: () => endChild(child),
  };
}
