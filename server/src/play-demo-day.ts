// A simulated day of the demo shop, sped up, on a server and a database of its own.

import { join } from 'node:path';
import { manualPayments } from '@doorstep/connectors/manual-payments/manual-payments.ts';
import { sandboxCarrier } from '@doorstep/connectors/sandbox-carrier/sandbox-carrier.ts';
import { sandboxPayments } from '@doorstep/connectors/sandbox-payments/sandbox-payments.ts';
import type { Config } from './config.ts';
import type { DayEnd } from './demo/day/end-of-day.ts';
import { playDay } from './demo/day/play-day.ts';
import { schedule } from './demo/day/schedule.ts';
import type { Tally } from './demo/day/tally.ts';
import type { CallApi } from './http/call-in-process.ts';
import { readCredentials } from './local-credentials.ts';
import { serve } from './serve.ts';

export interface DemoDayOptions {
  /** With a data home that has nothing in it yet. */
  readonly config: Config;
  readonly orders: number;
  readonly seed: number;
  /** Simulated seconds in a second. */
  readonly speed: number;
  readonly say: (line: string) => void;
  readonly show: (counts: Tally, now: Date) => void;
}

export interface DemoDayEnd extends DayEnd {
  /** Invariants that are broken, and where. */
  readonly broken: readonly string[];
}

/** Requests under way at a time; the database has ten connections for them. */
const CONCURRENCY = 16;
/** The day with its orders, and the next morning, when the last of them are shipped. */
const BUSY_MS = 36 * 3_600_000;
/** Later days are but parcels on the road: time may fly. */
const LATER_SPEED = 20;

export async function playDemoDay(options: DemoDayOptions): Promise<DemoDayEnd> {
  const { config, orders, seed, speed, say, show } = options;
  const midnight = new Date(new Date().setUTCHours(0, 0, 0, 0));
  let settle = async (): Promise<void> => {};
  const plan = schedule({
    start: midnight,
    speed: (now) => speed * (now.getTime() - midnight.getTime() < BUSY_MS ? 1 : LATER_SPEED),
    concurrency: CONCURRENCY,
    settle: () => settle(),
  });
  const folder = join(config.dataHome, 'sandbox-payments');
  const server = await serve({ ...config, databaseUrl: undefined, port: 0, demo: 'yes' }, say, {
    providers: (notify) => [manualPayments(), sandboxPayments({ folder, now: plan.now, notify })],
    now: plan.now,
    demo: { orders: 0, pastPerDay: 0 },
  });
  settle = server.catchUp;
  try {
    const key = (await readCredentials(config.dataHome))?.apiKey ?? '';
    const call = callOver(server.url, key);
    const carrier = sandboxCarrier({ seed });
    const end = await playDay({ call, plan, carrier, orders, seed, show });
    return { ...end, broken: await verify(call) };
  } finally {
    await server.stop();
  }
}

function callOver(url: string, key: string): CallApi {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
}

async function verify(call: CallApi): Promise<string[]> {
  const { body } = await call('POST', '/v1/verification', {});
  const { checks } = body as { checks: { name: string; ok: boolean; violations: object[] }[] };
  return checks
    .filter((one) => !one.ok)
    .map(({ name, violations }) => `${name} ${JSON.stringify(violations.slice(0, 3))}`);
}
