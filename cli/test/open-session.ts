// A process of the command that does one thing after the other.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Session {
  /** What is printed; fails when it fails. */
  said(...args: string[]): Promise<string>;
  /** What went wrong. */
  refused(...args: string[]): Promise<string>;
  close(): Promise<void>;
}

interface Ended {
  readonly out: string;
  readonly failure: string | null;
}

export function openSession(url: string, apiKey: string): Session {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'session.ts')], {
    env: { HOME: '/nowhere', DOORSTEP_URL: url, DOORSTEP_API_KEY: apiKey },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const run = async (args: readonly string[]): Promise<Ended> => {
    child.stdin.write(`${JSON.stringify(args)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`doorstep ${args.join(' ')}: the process ended`);
    return JSON.parse(value) as Ended;
  };
  return {
    async said(...args) {
      const { out, failure } = await run(args);
      if (failure !== null) throw new Error(`doorstep ${args.join(' ')}: ${failure}`);
      return out;
    },
    async refused(...args) {
      const { failure } = await run(args);
      if (failure === null) throw new Error(`doorstep ${args.join(' ')} was not refused`);
      return failure;
    },
    async close() {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}
