// doorstep exceptions, in the order of its help.

import type { Command } from 'commander';
import { assignExceptionCommand } from './assign-exception.ts';
import { fixExceptionCommand } from './fix-exception.ts';
import { groupExceptionsCommand } from './group-exceptions.ts';
import { listExceptionsCommand } from './list-exceptions.ts';
import { reportExceptionCommand } from './report-exception.ts';
import { resolveExceptionCommand } from './resolve-exception.ts';
import { retryExceptionsCommand } from './retry-exceptions.ts';
import { showExceptionCommand } from './show-exception.ts';
import { snoozeExceptionCommands } from './snooze-exception.ts';
import { summarizeExceptionsCommand } from './summarize-exceptions.ts';

export function exceptionCommands(exceptions: Command): void {
  listExceptionsCommand(exceptions);
  summarizeExceptionsCommand(exceptions);
  groupExceptionsCommand(exceptions);
  showExceptionCommand(exceptions);
  fixExceptionCommand(exceptions);
  retryExceptionsCommand(exceptions);
  assignExceptionCommand(exceptions);
  snoozeExceptionCommands(exceptions);
  resolveExceptionCommand(exceptions);
  reportExceptionCommand(exceptions);
}
