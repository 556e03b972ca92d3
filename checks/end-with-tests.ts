// Loaded into each process of tests: what a test left open, a server that listens, say, keeps its process,
// and the run with it, for ever. Told of, and ended, it is a test that failed.
import { after } from 'node:test';

const LINGERS_MS = 30_000;

// Set by the runner in the processes that it starts.
if (process.env['NODE_TEST_CONTEXT'] !== undefined)
  after(() => {
    setTimeout(() => {
      const left = process.getActiveResourcesInfo().join(', ');
      console.error(`${process.argv[1]}: tests are over, but what they left goes on: ${left}`);
      process.exit(1);
    }, LINGERS_MS).unref();
  });
