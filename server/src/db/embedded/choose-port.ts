// The port stays the same from start to start, so that noted connection strings keep working. Each data
// home looks for its own in another place: were all to take the first that is free, one that starts would
// take that of another whose PostgreSQL was killed and is about to come back.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { DataHome } from './data-home.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** Below the range from which systems lend ports to outgoing connections (32768 on Linux). */
const portFirst = 25432;
const portCount = 2000;

/** The wanted port or an error; else the remembered one; else a free one, remembered. */
export async function choosePort(home: DataHome, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return wanted;
    throw portTaken(wanted);
  }
  const remembered = await rememberedPort(home);
  const first = placeOf(home);
  const candidates = Array.from(
    { length: portCount },
    (_, index) => portFirst + ((first + index) % portCount),
  );
  if (remembered !== undefined) candidates.unshift(remembered);
  for (const port of candidates) {
    if (!(await isFree(port))) continue;
    if (port !== remembered) await rememberPort(home, port);
    return port;
  }
  throw portTaken(portFirst);
}

function placeOf({ path }: DataHome): number {
  return createHash('sha256').update(path).digest().readUInt32BE() % portCount;
}

export async function rememberedPort(home: DataHome): Promise<number | undefined> {
  const text = await readFile(home.portFile, 'utf8').catch(() => '');
  const port = Number(text.trim());
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

export async function rememberPort(home: DataHome, port: number): Promise<void> {
  await writeFile(home.portFile, `${port}\n`, { mode: 0o600 });
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)));
  });
}

export function portTaken(port: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'port-taken',
    `Port ${port} is taken by another program. Choose another port for the embedded ` +
      'PostgreSQL, or none, and a free one is found.',
    { data: { port } },
  );
}
