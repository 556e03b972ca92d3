// `npm run demo`: a simulated day of the demo shop on a database of its own, sped up, with live
// counts. It ends well when every order is at its end or an exception says why not, and every
// invariant holds.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { manualPayments } from '@doorstep/connectors/manual-payments/manual-payments.ts';
import { sandboxCarrier } from '@doorstep/connectors/sandbox-carrier/sandbox-carrier.ts';
import { sandboxPayments } from '@doorstep/connectors/sandbox-payments/sandbox-payments.ts';
import { readConfig } from './config.ts';
import type { DayEnd } from './demo/day/end-of-day.ts';
import { playDay } from './demo/day/play-day.ts';
import { schedule } from './demo/day/schedule.ts';
import { countsShown } from './demo/day/show-counts.ts';
import { explainStartError } from './explain-start-error.ts';
import type { CallApi } from './http/call-in-process.ts';
import { readCredentials } from './local-credentials.ts';
import { serve } from './serve.ts';

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    speed: { type: 'string', default: '900' },
  },
});
/** Requests under way at a time; the database has ten connections for them. */
const CONCURRENCY = 16;
/** The day with its orders, and the next morning, when the last of them are shipped. */
const BUSY_MS = 36 * 3_600_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = (await playDemoDay()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${explainStartError(error)}\n`);
  process.exitCode = 1;
}

async function playDemoDay(): Promise<boolean> {
  const config = readConfig();
  // Made anew each time; it stays until the next, to be looked at.
  const dataHome = join(config.dataHome, 'demo-day');
  await rm(dataHome, { recursive: true, force: true });
  const midnight = new Date(new Date().setUTCHours(0, 0, 0, 0));
  const plan = schedule({
    start: midnight,
    speed: (now) => speedAt(now.getTime() - midnight.getTime()),
    concurrency: CONCURRENCY,
  });
  const folder = join(dataHome, 'sandbox-payments');
  const server = await serve(
    { ...config, databaseUrl: undefined, dataHome, port: 0, demo: true },
    say,
    {
      providers: [manualPayments(), sandboxPayments({ folder, now: plan.now })],
      now: plan.now,
      demoOrders: 0,
    },
  );
  try {
    const key = (await readCredentials(dataHome))?.apiKey ?? '';
    const call = callOver(server.url, key);
    const seed = Number(values.seed);
    const end = await playDay({
      call,
      plan,
      carrier: sandboxCarrier({ seed }),
      orders: Number(values.orders),
      seed,
      show: countsShown(process.stdout),
    });
    const verified = await verify(call);
    tellEnd(end, verified);
    say(`\nLook around in it:  DOORSTEP_DATA=${dataHome} npm start`);
    return end.unexplained.length === 0 && verified;
  } finally {
    await server.stop();
  }
}

/** Later days are but parcels on the road: time may fly. */
function speedAt(sinceMidnightMs: number): number {
  return Number(values.speed) * (sinceMidnightMs < BUSY_MS ? 1 : 20);
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

async function verify(call: CallApi): Promise<boolean> {
  const { body } = await call('POST', '/v1/verification', {});
  const { ok, checks } = body as {
    ok: boolean;
    checks: { name: string; ok: boolean; violations: object[] }[];
  };
  for (const check of checks.filter((one) => !one.ok))
    say(`  broken: ${check.name} ${JSON.stringify(check.violations.slice(0, 3))}`);
  return ok;
}

function tellEnd({ ends, exceptions, unexplained }: DayEnd, verified: boolean): void {
  say('\nWhat became of the orders');
  for (const [end, count] of ends) say(`  ${String(count).padStart(6)}  ${end}`);
  say('Open exceptions');
  for (const [type, count] of exceptions) say(`  ${String(count).padStart(6)}  ${type}`);
  for (const { number, state } of unexplained)
    say(`  order ${number} is ${state}: nobody says why`);
  say(verified ? 'Every invariant holds.' : 'Not every invariant holds.');
}
