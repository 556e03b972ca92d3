// doorstep keys roll: a new key in place of one that works on for a while.

import { rollApiKey } from '@doorstep/contract/access.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb, wholeNumber } from '../options.ts';
import { colors, say, sayJson } from '../print.ts';

interface Options extends JsonOption {
  readonly overlap: number;
}

export function rollKeyCommand(keys: Command): void {
  verb(keys, 'roll <key>', 'replace an API key by a new one, by its id')
    .option('--overlap <hours>', 'how long the old one works on', wholeNumber, 24)
    .action(async (key: string, { overlap, json }: Options) => {
      const made = await callApi(await readConnection(), rollApiKey, {
        params: { key },
        body: { overlapHours: overlap },
      });
      if (json) return sayJson(made);
      say(made.secret ?? '');
      process.stderr.write(
        colors.dim(`${made.id}: shown this once; ${key} works for ${overlap} hours more\n`),
      );
    });
}
