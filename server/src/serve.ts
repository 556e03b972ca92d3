// Opens everything in order, and closes it in the opposite one.

import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Mailer } from '@doorstep/core/access/mail.ts';
import type { HearNotice, PaymentProvider } from '@doorstep/core/payments/provider.ts';
import type { Carrier } from '@doorstep/core/shipping/carrier.ts';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { localMasterKey } from './access/master-key.ts';
import { catchUp } from './catch-up.ts';
import type { Config } from './config.ts';

import { startEmbeddedPostgres } from './db/embedded/start-embedded-postgres.ts';
import { migrate } from './db/migrate.ts';
import { openDemoShop, wantsDemoShop } from './demo/open-demo-shop.ts';
import { buildApp } from './http/app.ts';
import { callInProcess } from './http/call-in-process.ts';
import { outboundRules } from './http/outbound-rules.ts';
import { credentialsPath, readCredentials, writeCredentials } from './local-credentials.ts';
import { openApiProcesses } from './open-api-processes.ts';
import { noticeListener } from './payments/notice-listener.ts';
import { bindRoutes } from './routes.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { startWorker } from './worker.ts';

export interface Server {
  readonly url: string;
  /** Resolves when all that is due is done, or after a while. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** Who moves the money; what they tell of their own accord is heard by `hear`. */
  readonly providers: (hear: HearNotice) => readonly PaymentProvider[];
  /** Who gives labels for parcels. */
  readonly carriers?: readonly Carrier[];
  /** Another clock than that of the machine: a simulated one. */
  readonly now?: () => Date;
  /** What the demo shop begins with. Left out: a lively shop with a past. */
  readonly demo?: DemoSize;
  readonly mailer?: Mailer;
  /** Instead of listening: who begins it is handed connections. */
  readonly listen?: (server: FastifyInstance['server']) => { stop(): void };
}

export interface DemoSize {
  readonly orders: number;
  /** Of a usual day in the weeks before; none, and nobody has worked on its orders yet either. */
  readonly pastPerDay: number;
}

const DEMO: Readonly<Record<'yes' | 'small', DemoSize>> = {
  yes: { orders: 240, pastPerDay: 260 },
  small: { orders: 60, pastPerDay: 0 },
};
const CATCH_UP_MS_MAX = 20_000;

/** @param say tells people what happens, a line at a time */
export async function serve(
  config: Config,
  say: (line: string) => void,
  options: ServeOptions,
): Promise<Server> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.reverse()) await close();
  };
  // Told before anything is made: a taken port is the most likely thing to be wrong.
  if (config.role !== 'worker' && options.listen === undefined)
    await requireFreePort(config.host, config.port);
  try {
    const url = await openDatabase(config, say, closing);
    const log = pino({ level: config.logLevel });
    const secretKeys = config.secretKeys ?? [await localMasterKey(config.dataHome)];
    const outbound = outboundRules(config.allowsPrivateAddresses);
    const { providers, now = () => new Date() } = options;
    const ear = noticeListener(() => runtime);
    const providing = { providers: providers(ear.hear), carriers: options.carriers ?? [] };
    const reached = {
      ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
      ...(options.mailer === undefined ? {} : { mailer: options.mailer }),
    };
    const runtime = openRuntime({ url, log, secretKeys, outbound, ...providing, ...reached, now });
    closing.push(() => runtime.close());
    closing.push(() => ear.settled());
    const app = buildApp(log, { trustedProxies: config.trustedProxies });
    bindRoutes(app, runtime);
    await app.ready();
    if (config.role !== 'api') {
      const worker = startWorker(runtime);
      closing.push(() => worker.stop());
    }
    if (config.demo !== 'no' && (await wantsDemoShop(runtime)))
      await openDemoShop({
        callWith: (apiKey) => callInProcess(app, apiKey),
        runtime,
        dataHome: config.dataHome,
        ...(options.demo ?? DEMO[config.demo]),
        settle: async () => {
          if (config.role !== 'api') await catchUp(runtime, CATCH_UP_MS_MAX);
        },
        say,
      });
    const address = await listen(app, { ...config, databaseUrl: url }, runtime, options, closing);
    if (address !== null) await keepAddress(config.dataHome, address);
    await tellHow(config, address, say);
    return { url: address ?? '', catchUp: () => catchUp(runtime, CATCH_UP_MS_MAX), stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** Rejects with the error of listening there, EADDRINUSE for one. */
async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  probe.listen({ host, port });
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

async function openDatabase(
  config: Config,
  say: (line: string) => void,
  closing: (() => Promise<void>)[],
): Promise<string> {
  let url = config.databaseUrl;
  if (url === undefined) {
    const postgres = await startEmbeddedPostgres({
      dataHome: config.dataHome,
      ...(config.embeddedPort === undefined ? {} : { port: config.embeddedPort }),
      onProgress: say,
    });
    closing.push(() => postgres.stop());
    url = postgres.url;
  }
  const { applied, total } = await migrate(url);
  say(
    applied.length === 0
      ? `Schema is up to date (${total})`
      : `Schema: ${applied.length} migrations applied`,
  );
  return url;
}

/** @returns where it listens, if it does */
async function listen(
  app: FastifyInstance,
  config: Config,
  runtime: Runtime,
  options: ServeOptions,
  closing: (() => Promise<void>)[],
): Promise<string | null> {
  if (config.role === 'worker') return null;
  if (options.listen === undefined && config.apiProcesses > 1)
    return (await openApiProcesses(config, runtime, closing)).url;
  const taken = options.listen?.(app.server);
  closing.push(async () => taken?.stop());
  closing.push(async () => {
    await app.close();
  });
  return taken === undefined ? app.listen({ host: config.host, port: config.port }) : null;
}

/** Known only now: the port may be any that is free, and another one than at the last start. */
async function keepAddress(dataHome: string, url: string): Promise<void> {
  const credentials = await readCredentials(dataHome);
  if (credentials !== undefined && credentials.url !== url)
    await writeCredentials(dataHome, { ...credentials, url });
}

async function tellHow(
  config: Config,
  address: string | null,
  say: (line: string) => void,
): Promise<void> {
  if (address === null) {
    say('Doorstep works (no API in this process).');
    return;
  }
  const credentials = await readCredentials(config.dataHome);
  say('');
  say(`Doorstep listens on ${address}`);
  say(`  Dashboard       ${address}`);
  say(`  API reference   ${address}/docs`);
  if (credentials !== undefined) {
    say(`  Sign in         tenant ${credentials.tenant}, ${credentials.email}`);
    say(`  Password, key   in ${credentialsPath(config.dataHome)}`);
    say('  Try             npx doorstep orders');
  } else
    say(
      '  Sign in         with a key of a tenant: npx doorstep tenants create <slug> --email <you>',
    );
  say('Ctrl-C stops it.');
}
