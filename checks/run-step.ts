// One line per step: name, seconds, ok or failed; and what it said when it failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Step = {
  readonly name: string;
  /** Resolves with what is wrong; nothing when all is well. A throw is a failure too. */
  readonly run: () => Promise<readonly string[]>;
};

/** Whether it succeeded. */
export async function runStep({ name, run }: Step): Promise<boolean> {
  const startedAt = performance.now();
  const problems = await run().catch((error: unknown) => [describeError(error)]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
  const isOk = problems.length === 0;
  console.log(`${isOk ? 'ok    ' : 'failed'} ${seconds} s  ${name}`);
  for (const problem of problems)
    console.log(`    ${problem.trimEnd().replaceAll('\n', '\n    ')}`);
  return isOk;
}

/** Runs a tool of node_modules with this Node; its output is what is wrong. */
export function command(root: string, script: string, args: readonly string[]): Step['run'] {
  return async () => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    }
    const [code] = await once(child, 'close');
    return code === 0 ? [] : [output.trim() || `ended with ${code}`];
  };
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
