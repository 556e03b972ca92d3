// doorstep users, in the order of its help.

import type { Command } from 'commander';
import { listUsersCommand } from './list-users.ts';
import { resetLinkCommand } from './reset-link.ts';
import { resetSecondFactorCommand } from './reset-second-factor.ts';
import { unlockUserCommand } from './unlock-user.ts';

export function userCommands(users: Command): void {
  listUsersCommand(users);
  resetLinkCommand(users);
  resetSecondFactorCommand(users);
  unlockUserCommand(users);
}
