// How another program on this machine reaches the embedded PostgreSQL while Doorstep runs.
import { realpath } from 'node:fs/promises';
import { isAnswering, postgresUrl } from './ask-postgres.ts';
import { rememberedPort } from './choose-port.ts';
import { describeDataHome } from './data-home.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { readPassword } from './init-cluster.ts';

/** @throws EmbeddedPostgresError when it does not run */
export async function runningPostgresUrl(dataHome: string): Promise<string> {
  const home = describeDataHome(await realpath(dataHome).catch(() => dataHome));
  const port = await rememberedPort(home);
  if (port !== undefined) {
    const address = { port, password: await readPassword(home), dataFolder: home.dataFolder };
    if (await isAnswering(address)) return postgresUrl(address);
  }
  throw new EmbeddedPostgresError(
    'start-failed',
    `No embedded PostgreSQL runs in ${dataHome}. Start Doorstep first, or set DATABASE_URL.`,
    { data: { path: dataHome } },
  );
}
