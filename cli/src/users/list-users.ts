// doorstep users list: who may sign in.

import { listUsers } from '@doorstep/contract/access.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type ListOptions, listVerb } from '../options.ts';
import { readPages } from '../pages.ts';
import { colors, moment, sayJson, sayTable } from '../print.ts';

export function listUsersCommand(users: Command): void {
  listVerb(users, 'list the users').action(async ({ limit, json }: ListOptions) => {
    const connection = await readConnection();
    const found = await readPages(limit, (size, cursor) =>
      callApi(connection, listUsers, {
        query: { limit: size, ...(cursor === undefined ? {} : { cursor }) },
      }),
    );
    if (json) return sayJson(found);
    sayTable(
      ['e-mail', 'name', 'role', 'second factor', 'created', 'state', 'id'],
      found.items.map((user) => [
        user.email,
        user.name,
        user.role,
        user.secondFactor ? 'on' : 'off',
        moment(user.createdAt),
        user.disabledAt === null ? 'active' : colors.red('disabled'),
        colors.dim(user.id),
      ]),
    );
  });
}
