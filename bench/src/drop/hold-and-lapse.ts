// Thousands of carts hold units, and all of them lapse at the same moment.

import { setTimeout as sleep } from 'node:timers/promises';
import { uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';
import { type Quantiles, quantilesOf } from './quantiles.ts';
import { sendAll } from './raw-client.ts';

export interface LapseResult {
  readonly holds: number;
  readonly holdsPerSecond: number;
  readonly held: Quantiles;
  /** From the moment they lapsed until the last unit was in the pool again. */
  readonly backAfterMs: number;
}

type Server = { readonly port: number; readonly secret: string };

/** The drop must have as many units in its pool. */
export async function holdAndLapse(
  server: Server,
  books: pg.Client,
  drop: string,
  sku: string,
  holds: number,
  connections: number,
): Promise<LapseResult> {
  const at = `/v1/drops/${drop}`;
  const requests = Array.from({ length: holds }, (_, number) => ({
    method: 'POST' as const,
    path: `${at}/holds`,
    body: { buyer: `holds ${number}`, lines: [{ sku, quantity: 1 }] },
  }));
  const times: number[] = [];
  const started = performance.now();
  await sendAll(server, connections, requests, (_, answer) => {
    if (answer.status !== 201) throw new Error(`a hold was answered ${answer.text}`);
    times.push(answer.ms);
  });
  const seconds = (performance.now() - started) / 1000;
  const lapseAt = Date.now() + 2_000;
  await lapseAll(books, drop, new Date(lapseAt));
  while ((await pooledIn(server, at)) < holds) await sleep(10);
  return {
    holds,
    holdsPerSecond: holds / seconds,
    held: quantilesOf(times),
    backAfterMs: Date.now() - lapseAt,
  };
}

async function lapseAll(books: pg.Client, drop: string, moment: Date): Promise<void> {
  const id = uuidOf(drop as Parameters<typeof uuidOf>[0]);
  await books.query('update drop_holds set expires_at = $2 where drop_id = $1', [id, moment]);
  await books.query(
    `update reservations set expires_at = $2 where drop_id = $1 and owner_kind = 'cart'`,
    [id, moment],
  );
}

async function pooledIn(server: Server, at: string): Promise<number> {
  let pooled = 0;
  await sendAll(server, 1, [{ method: 'GET' as const, path: `${at}/figures` }], (_, answer) => {
    pooled = (JSON.parse(answer.text) as { pooled: number }).pooled;
  });
  return pooled;
}
