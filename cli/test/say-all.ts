// Runs every verb that needs no argument with --json, in one process: starting one for each takes a
// minute. Prints what each printed, as one JSON object by name.

import type { Command } from 'commander';
import { program } from '../src/program.ts';

/** They start a server, wait for what comes, or tell of a file that they wrote. */
const LEFT_OUT = /^(start|events tail|replay|export .*)$/;

const write = process.stdout.write.bind(process.stdout);
const printed: Record<string, string> = {};
for (const path of paths(program())) {
  if (LEFT_OUT.test(path.join(' '))) continue;
  const all = program();
  if (needsMore(verbAt(all, path))) continue;
  let out = '';
  process.stdout.write = (text: string | Uint8Array) => {
    out += text.toString();
    return true;
  };
  try {
    await all.parseAsync([...path, '--json'], { from: 'user' });
  } catch (error) {
    out += String(error);
  } finally {
    process.stdout.write = write;
  }
  printed[path.join(' ')] = out;
}
write(JSON.stringify(printed));

function paths(command: Command): string[][] {
  if (command.commands.length === 0) return [[]];
  return command.commands.flatMap((one) => paths(one).map((path) => [one.name(), ...path]));
}

function verbAt(all: Command, path: readonly string[]): Command {
  return path.reduce((command, name) => {
    const next = command.commands.find((one) => one.name() === name);
    if (next === undefined) throw new Error(`there is no ${path.join(' ')}`);
    return next;
  }, all);
}

function needsMore(verb: Command): boolean {
  return (
    verb.registeredArguments.some(({ required }) => required) ||
    verb.options.some(({ mandatory, defaultValue }) => mandatory && defaultValue === undefined)
  );
}
