// The doorstep command: what is asked, what is answered, and the exit code.

import { CommanderError } from 'commander';
import { CommandError } from './command-error.ts';
import { colors, sayJson } from './print.ts';
import { program } from './program.ts';

// A reader that has seen enough (`doorstep events list | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): number {
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof CommandError)) {
    const stack = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`doorstep broke: ${stack}\n`);
    return 1;
  }
  const { what, remedy, exitCode, problem, fields = [] } = error.facts;
  if (problem !== undefined && process.argv.includes('--json')) sayJson(problem);
  process.stderr.write(`${colors.red(what)}\n`);
  // The first stands in the sentence already.
  if (fields.length > 1) process.stderr.write(fields.map((one) => `  ${one}\n`).join(''));
  process.stderr.write(`${remedy}\n`);
  return exitCode;
}
