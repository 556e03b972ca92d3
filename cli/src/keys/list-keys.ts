// doorstep keys list: all keys, revoked ones too.

import { listApiKeys } from '@doorstep/contract/access.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { readPages } from '../pages.ts';
import { colors, moment, sayJson, sayTable } from '../print.ts';

export function listKeysCommand(keys: Command): void {
  verb(keys, 'list', 'list the API keys').action(async ({ json }: JsonOption) => {
    const connection = await readConnection();
    const found = await readPages(Number.POSITIVE_INFINITY, (limit, cursor) =>
      callApi(connection, listApiKeys, {
        query: { limit, ...(cursor === undefined ? {} : { cursor }) },
      }),
    );
    if (json) return sayJson(found);
    sayTable(
      ['name', 'starts with', 'created', 'state', 'scopes', 'id'],
      found.items.map((key) => [
        key.name,
        key.hint,
        moment(key.createdAt),
        key.revokedAt === null ? expiry(key.expiresAt) : colors.red('revoked'),
        key.scopes.length > 3 ? `${key.scopes.length} scopes` : key.scopes.join(', '),
        colors.dim(key.id),
      ]),
    );
  });
}

function expiry(at: string | null): string {
  return at === null ? 'valid' : `until ${moment(at)}`;
}
