// doorstep keys revoke: the key stops working at once.

import { revokeApiKey } from '@doorstep/contract/access.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { say, sayJson } from '../print.ts';

export function revokeKeyCommand(keys: Command): void {
  verb(keys, 'revoke <key>', 'revoke an API key, by its id').action(
    async (key: string, { json }: JsonOption) => {
      await callApi(await readConnection(), revokeApiKey, { params: { key } });
      if (json) return sayJson({ id: key, revoked: true });
      say(`Revoked ${key}`);
    },
  );
}
