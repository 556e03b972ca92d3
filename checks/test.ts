// npm test: starts the PostgreSQL that the tests share, runs them all, stops it.
// `npm test -- capture inventory` runs the files whose path holds one of the words.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestPostgres } from '../server/test/embedded.ts';
import { memoryFolder } from '../server/test/memory-folder.ts';
import { groupTests } from './group-tests.ts';
import { readSourceFiles } from './source-files.ts';

const root = join(import.meta.dirname, '..');
/** A test that hangs must not hang the run. */
const testMsMax = 5 * 60_000;

process.exitCode = await runTests(process.argv.slice(2));

async function runTests(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const words = args.filter((arg) => !arg.startsWith('-'));
  const files = await chooseFiles(words);
  if (files.length === 0) {
    console.error(`No test file's path holds ${words.join(' or ') || '.test.ts'}.`);
    return 1;
  }
  const grouped = [...flags, ...(await groupTests(root, files))];
  const given = process.env.DOORSTEP_TEST_DATABASE_URL;
  const run = (url: string) => inScratch((scratch) => runNodeTests(grouped, url, scratch));
  if (given) return run(given);
  const postgres = await startTestPostgres((line) => console.log(line));
  try {
    return await run(postgres.url);
  } finally {
    await postgres.stop();
  }
}

/** What tests make below it goes with it, however they end. */
async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(memoryFolder() ?? tmpdir(), 'doorstep-tests-'));
  // As root PostgreSQL runs as another user, and must be able to pass through.
  await chmod(folder, 0o711);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function chooseFiles(words: readonly string[]): Promise<string[]> {
  const files = await readSourceFiles(root, /\.test\.tsx?$/);
  const paths = files.map(({ path }) => path);
  if (words.length === 0) return paths;
  return paths.filter((path) => words.some((word) => path.includes(word)));
}

async function runNodeTests(
  args: readonly string[],
  url: string,
  scratch: string,
): Promise<number> {
  const options = [
    '--disable-warning=ExperimentalWarning',
    `--import=${new URL('end-with-tests.ts', import.meta.url)}`,
    '--test',
    // With two at once a third of two cores was idle.
    '--test-concurrency=3',
    '--test-reporter=spec',
    `--test-timeout=${testMsMax}`,
  ];
  const child = spawn(process.execPath, [...options, ...args], {
    cwd: root,
    env: {
      ...process.env,
      DOORSTEP_TEST_DATABASE_URL: url,
      TMPDIR: scratch,
      // Hundreds of processes load the same files: compiled once, each is up in half the time.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
    },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}
