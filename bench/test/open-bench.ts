// Runs benches as smokes, with a PostgreSQL of their own.

import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const main = join(import.meta.dirname, '../src/main.ts');

export interface Bench {
  /** @param name of a bench, whose figures are the answer */
  run<Result>(name: string): Promise<Result>;
  close(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const dataHome = await mkdtemp(join(tmpdir(), 'doorstep-bench-test-'));
  // PostgreSQL runs as another user when we are root, and must be able to reach its data.
  await chmod(dataHome, 0o755);
  const env = { ...process.env, DOORSTEP_BENCH_DATA: join(dataHome, 'data') };
  return {
    async run<Result>(name: string) {
      const args = [main, name, '--quick', '--json'];
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        env,
        maxBuffer: 2 ** 24,
      });
      return JSON.parse(stdout) as Result;
    },
    close: () => rm(dataHome, { recursive: true, force: true }),
  };
}
