// doorstep users reset-link: a link with which a user sets a new password, once.

import { issuePasswordReset } from '@doorstep/contract/access.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { colors, moment, say, sayJson } from '../print.ts';
import { findUser } from './find-user.ts';

export function resetLinkCommand(users: Command): void {
  verb(users, 'reset-link <user>', 'make a link to set a new password, by id or e-mail').action(
    async (named: string, { json }: JsonOption) => {
      const connection = await readConnection();
      const user = await findUser(connection, named);
      const link = await callApi(connection, issuePasswordReset, { params: { user: user.id } });
      if (json) return sayJson(link);
      // A server that does not know its address is reached as this command reaches it.
      say(link.url ?? new URL(link.path ?? '', connection.url).href);
      const until = `for ${user.email}: works once, until ${moment(link.expiresAt)}; shown this once`;
      process.stderr.write(colors.dim(`${until}\n`));
    },
  );
}
