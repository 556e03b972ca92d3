// The verbs that need no argument, as they are typed.

import type { Command } from 'commander';

/** They start a server, wait for what comes, or tell of a file that they wrote. */
const LEFT_OUT = /^(start|events tail|replay|export .*)$/;

export function plainVerbs(command: Command, before: readonly string[] = []): string[][] {
  return command.commands.flatMap((one) => {
    const path = [...before, one.name()];
    if (one.commands.length > 0) return plainVerbs(one, path);
    return LEFT_OUT.test(path.join(' ')) || needsMore(one) ? [] : [path];
  });
}

function needsMore(verb: Command): boolean {
  return (
    verb.registeredArguments.some(({ required }) => required) ||
    verb.options.some(({ mandatory, defaultValue }) => mandatory && defaultValue === undefined)
  );
}
