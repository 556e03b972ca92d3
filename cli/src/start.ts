// doorstep start: the server of this clone, in the foreground.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { CommandError } from './command-error.ts';

const SERVER = join(import.meta.dirname, '../../server/src/main.ts');

export function startCommand(parent: Command): void {
  parent
    .command('start')
    .description('start the server of this clone, until Ctrl-C (the same as npm start)')
    .action(async () => {
      if (!existsSync(SERVER))
        throw new CommandError({
          what: 'There is no server here: this is the command alone.',
          remedy: 'Clone the repository and run npm start in it.',
          exitCode: 1,
        });
      process.exitCode = await runServer();
    });
}

async function runServer(): Promise<number> {
  // The second as npm start has it: orders make much short-lived garbage.
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'];
  const server = spawn(process.execPath, [...flags, SERVER], { stdio: 'inherit' });
  // Ctrl-C reaches the server from the terminal itself; we only must not end before it.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => server.kill(signal));
  const [code] = (await once(server, 'exit')) as [number | null];
  return code ?? 1;
}
