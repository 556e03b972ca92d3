// doorstep keys show: the key this command uses, for KEY=$(doorstep keys show).

import type { Command } from 'commander';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { say, sayJson } from '../print.ts';

export function showKeyCommand(keys: Command): void {
  verb(keys, 'show', 'print the key of this machine, as this command uses it').action(
    async ({ json }: JsonOption) => {
      const { url, apiKey } = await readConnection();
      if (json) return sayJson({ url, apiKey });
      say(apiKey);
    },
  );
}
