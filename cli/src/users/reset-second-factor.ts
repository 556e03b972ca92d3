// doorstep users reset-second-factor: for a user whose device is lost.

import { resetSecondFactor } from '@doorstep/contract/access.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { say, sayJson } from '../print.ts';
import { findUser } from './find-user.ts';

export function resetSecondFactorCommand(users: Command): void {
  verb(users, 'reset-second-factor <user>', 'take away a lost second factor').action(
    async (named: string, { json }: JsonOption) => {
      const connection = await readConnection();
      const { id } = await findUser(connection, named);
      const user = await callApi(connection, resetSecondFactor, { params: { user: id } });
      if (json) return sayJson(user);
      say(`${user.email} signs in with the password alone; all sessions have ended.`);
    },
  );
}
