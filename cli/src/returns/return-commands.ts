// doorstep returns, in the order of its help.

import type { Command } from 'commander';
import { cancelReturnCommand } from './cancel-return.ts';
import { listReturnsCommand } from './list-returns.ts';
import { receiveReturnCommand } from './receive-return.ts';
import { refundReturnCommand } from './refund-return.ts';
import { requestReturnCommand } from './request-return.ts';
import { showReturnCommand } from './show-return.ts';

export function returnCommands(returns: Command): void {
  listReturnsCommand(returns);
  showReturnCommand(returns);
  requestReturnCommand(returns);
  receiveReturnCommand(returns);
  refundReturnCommand(returns);
  cancelReturnCommand(returns);
}
