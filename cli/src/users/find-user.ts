// A user, by id or by e-mail address.

import { listUsers, type UserAnswer } from '@doorstep/contract/access.ts';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import type { Connection } from '../config.ts';
import { readPages } from '../pages.ts';

export async function findUser(connection: Connection, named: string): Promise<UserAnswer> {
  const { items } = await readPages(Number.POSITIVE_INFINITY, (limit, cursor) =>
    callApi(connection, listUsers, {
      query: { limit, ...(cursor === undefined ? {} : { cursor }) },
    }),
  );
  const user = items.find((one) => one.id === named || one.email === named.toLowerCase());
  if (user === undefined)
    throw new CommandError({
      what: `There is no user ${named}.`,
      remedy: 'See `doorstep users`.',
      exitCode: 1,
    });
  return user;
}
