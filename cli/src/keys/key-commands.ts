// doorstep keys, in the order of its help.

import type { Command } from 'commander';
import { createKeyCommand } from './create-key.ts';
import { listKeysCommand } from './list-keys.ts';
import { revokeKeyCommand } from './revoke-key.ts';
import { rollKeyCommand } from './roll-key.ts';
import { showKeyCommand } from './show-key.ts';

export function keyCommands(keys: Command): void {
  listKeysCommand(keys);
  createKeyCommand(keys);
  rollKeyCommand(keys);
  revokeKeyCommand(keys);
  showKeyCommand(keys);
}
