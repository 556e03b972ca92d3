// A process that owns an embedded PostgreSQL, for tests that kill it: prints what it got and waits.
import { EmbeddedPostgresError } from '../../src/db/embedded/embedded-postgres-error.ts';
import { startEmbeddedPostgres } from '../../src/db/embedded/start-embedded-postgres.ts';

const [dataHome = '', runFolder = ''] = process.argv.slice(2);

try {
  const postgres = await startEmbeddedPostgres({ dataHome, runFolder });
  console.log(JSON.stringify({ url: postgres.url, pid: postgres.pid }));
  process.once('SIGTERM', async () => {
    await postgres.stop();
    process.exit(0);
  });
  setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  console.log(JSON.stringify({ code: error.code, data: error.data }));
}
