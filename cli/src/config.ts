// Which server to speak to and with what key: the environment, else what the server on this
// machine wrote for us when it opened the demo shop.

import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { CommandError } from './command-error.ts';

export interface Connection {
  readonly url: string;
  readonly apiKey: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const URL_USUAL = 'http://127.0.0.1:7070';

/** @throws CommandError when there is no key to be found */
export async function readConnection(env: Environment = process.env): Promise<Connection> {
  const path = join(dataHome(env), 'credentials.json');
  const local = await readLocal(path);
  const url = env['DOORSTEP_URL'] || local?.url || URL_USUAL;
  const apiKey = env['DOORSTEP_API_KEY'] || local?.apiKey;
  if (apiKey === undefined)
    throw new CommandError({
      what: `There is no API key: DOORSTEP_API_KEY is not set and ${path} cannot be read.`,
      remedy: 'Start a server on this machine (npm start), or set DOORSTEP_URL and the key.',
      exitCode: 1,
    });
  if (!URL.canParse(url))
    throw new CommandError({
      what: `DOORSTEP_URL is ${url}, which is not a URL.`,
      remedy: `Write it like ${URL_USUAL}.`,
      exitCode: 2,
    });
  return { url: url.replace(/\/+$/, ''), apiKey };
}

/** Where the server keeps its data: the same rule as in server/src/db/embedded/data-home.ts. */
function dataHome(env: Environment): string {
  if (env['DOORSTEP_DATA']) return env['DOORSTEP_DATA'];
  if (process.getuid?.() === 0) return '/var/lib/doorstep';
  const xdg = env['XDG_DATA_HOME'];
  // The XDG specification says to ignore a relative path.
  const base = xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.local', 'share');
  return join(base, 'doorstep');
}

async function readLocal(path: string): Promise<Partial<Connection> | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Partial<Connection>;
  } catch {
    return undefined;
  }
}
