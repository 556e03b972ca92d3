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
  // A key that was read from a file comes with its line break.
  const apiKey = (env['DOORSTEP_API_KEY'] || local?.apiKey)?.trim();
  if (apiKey === undefined)
    throw new CommandError({
      what: `There is no API key: DOORSTEP_API_KEY is not set and ${path} cannot be read.`,
      remedy: 'Start a server on this machine (npm start), or set DOORSTEP_URL and the key.',
      exitCode: 1,
    });
  if (!/^[!-~]+$/.test(apiKey))
    throw new CommandError({
      what: 'The API key has a character that no key has, such as a space or a line break.',
      remedy: 'Set DOORSTEP_API_KEY to the key alone; it begins with dsk_.',
      exitCode: 2,
    });
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new CommandError({
      what: `DOORSTEP_URL is ${url}, which is not the URL of a server.`,
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
