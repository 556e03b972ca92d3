// The command, many times in one process: starting one for each takes longer than what they do. Reads
// arguments as a line of JSON, runs them, and answers with a line of what was printed.

import { createInterface } from 'node:readline';
import { CommandError } from '../src/command-error.ts';
import { program } from '../src/program.ts';

const write = process.stdout.write.bind(process.stdout);
const complain = process.stderr.write.bind(process.stderr);

for await (const line of createInterface({ input: process.stdin })) {
  let out = '';
  process.stdout.write = (text: string | Uint8Array) => {
    out += text.toString();
    return true;
  };
  // What commander says of wrong options: the failure says it too.
  process.stderr.write = () => true;
  let failure: string | null = null;
  try {
    await program().parseAsync(JSON.parse(line) as string[], { from: 'user' });
  } catch (error) {
    failure = error instanceof CommandError ? error.facts.what : String(error);
  } finally {
    process.stdout.write = write;
    process.stderr.write = complain;
  }
  write(`${JSON.stringify({ out, failure })}\n`);
}
