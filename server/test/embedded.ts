// The one PostgreSQL that all tests of a run share.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDatabase, isAnswering, postgresUrl } from '../src/db/embedded/ask-postgres.ts';
import { describeDataHome } from '../src/db/embedded/data-home.ts';
import { EmbeddedPostgresError } from '../src/db/embedded/embedded-postgres-error.ts';
import { readPassword } from '../src/db/embedded/init-cluster.ts';
import { readPostmasterFile } from '../src/db/embedded/postmaster-file.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../src/db/embedded/start-embedded-postgres.ts';
import { memoryFolder } from './memory-folder.ts';

const repository = dirname(dirname(import.meta.dirname));
const runsMax = 8;
const startMsMax = 60_000;

/** A crash of the machine may lose test data; what tests of durability need they start themselves. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum_naptime: '1min',
  // It may be memory that the log takes, and keeps.
  min_wal_size: '32MB',
  max_wal_size: '96MB',
};

let shared: Promise<{ url: string }> | undefined;

/** The server named by DOORSTEP_TEST_DATABASE_URL; else the shared embedded one, started if needed. */
export function testPostgres(): Promise<{ url: string }> {
  const url = process.env['DOORSTEP_TEST_DATABASE_URL'];
  shared ??= url ? Promise.resolve({ url }) : findOrStart(testDataHome(1));
  return shared;
}

/** For the runner of all tests, which stops it afterwards. Two runs at once get one each. */
export async function startTestPostgres(
  onProgress?: (line: string) => void,
): Promise<EmbeddedPostgres> {
  const common = { settings, runFolder: runFolder(), ...(onProgress ? { onProgress } : {}) };
  for (let run = 1; ; run += 1) {
    try {
      return await startEmbeddedPostgres({ ...common, dataHome: testDataHome(run) });
    } catch (error) {
      if (!isLocked(error) || run === runsMax) throw error;
    }
  }
}

/** Test files run alone, one after the other or at once, leave it running for the next. */
async function findOrStart(dataHome: string): Promise<{ url: string }> {
  for (const endsAt = Date.now() + startMsMax; ; await sleep(50)) {
    try {
      const options = { dataHome, settings, runFolder: runFolder(), isLeftRunning: true };
      return await startEmbeddedPostgres(options);
    } catch (error) {
      if (!isLocked(error)) throw error;
      const running = await findRunning(dataHome);
      if (running !== undefined) return running;
      if (Date.now() > endsAt) throw error;
    }
  }
}

async function findRunning(dataHome: string): Promise<{ url: string } | undefined> {
  const home = describeDataHome(dataHome);
  const file = await readPostmasterFile(home.dataFolder);
  if (file?.status !== 'ready') return undefined;
  const password = await readPassword(home);
  const address = { port: file.port, password, dataFolder: home.dataFolder };
  if (!(await isAnswering(address))) return undefined;
  // Who started it may not have come to this yet.
  await ensureDatabase(address);
  return { url: postgresUrl(address) };
}

function isLocked(error: unknown): boolean {
  return error instanceof EmbeddedPostgresError && error.code === 'data-home-locked';
}

function testDataHome(run: number): string {
  const suffix = run === 1 ? '' : `-${run}`;
  return join(testFolder(), `postgres-${repositoryName()}${suffix}`);
}

function runFolder(): string {
  return join(testFolder(), 'run');
}

/** On a disk, as root not in the repository: that may lie in a home closed to the user of PostgreSQL. */
function testFolder(): string {
  const inMemory = memoryFolder();
  const user = process.getuid?.();
  if (inMemory !== undefined) return join(inMemory, `doorstep-test-${user}`);
  return user === 0 ? '/var/lib/doorstep-test' : join(repository, '.doorstep', 'test');
}

function repositoryName(): string {
  return createHash('sha256').update(repository).digest('hex').slice(0, 8);
}
