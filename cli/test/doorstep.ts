// Runs the command as people do, built as it is published, against a server of this process.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildCli } from '../../checks/build/build-cli.ts';
import { openShop, type Shop } from '../../server/test/shop.ts';

// Where what npm installed is found from.
const CACHE = join(import.meta.dirname, '../../node_modules/.cache');

let built: Promise<string> | undefined;

/** Built once for a file of tests: it is up three times as soon as from its sources. */
function builtDoorstep(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'doorstep-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await buildCli(folder);
  return join(folder, 'main.js');
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandLine {
  readonly shop: Shop;
  readonly address: string;
  run(args: readonly string[], input?: string, env?: Record<string, string>): Promise<Ended>;
  /** The JSON it prints with --json. */
  json(args: readonly string[], input?: string): Promise<ReturnType<typeof JSON.parse>>;
  close(): Promise<void>;
}

export async function openCommandLine(): Promise<CommandLine> {
  const shop = await openShop();
  const address = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  const run: CommandLine['run'] = (args, input = '', env = {}) =>
    runDoorstep(args, input, { DOORSTEP_URL: address, DOORSTEP_API_KEY: shop.secret, ...env });
  return {
    shop,
    address,
    run,
    async json(args, input) {
      const { code, out, err } = await run([...args, '--json'], input);
      if (code !== 0) throw new Error(`doorstep ${args.join(' ')} ended with ${code}: ${err}`);
      return JSON.parse(out);
    },
    close: () => shop.close(),
  };
}

export async function runDoorstep(
  args: readonly string[],
  input: string,
  env: Record<string, string>,
): Promise<Ended> {
  const child = spawn(process.execPath, [await builtDoorstep(), ...args], {
    env: { HOME: '/nowhere', ...env },
  });
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, out, err };
}
