// doorstep users unlock: for a user who guessed wrong too often.

import { unlockUser } from '@doorstep/contract/access.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { say, sayJson } from '../print.ts';
import { findUser } from './find-user.ts';

export function unlockUserCommand(users: Command): void {
  verb(users, 'unlock <user>', 'let a user try again who guessed wrong too often').action(
    async (named: string, { json }: JsonOption) => {
      const connection = await readConnection();
      const { id } = await findUser(connection, named);
      const user = await callApi(connection, unlockUser, { params: { user: id } });
      if (json) return sayJson(user);
      say(`${user.email} may try again.`);
    },
  );
}
