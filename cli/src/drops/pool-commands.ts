// doorstep drops add, pause, resume, stop.

import * as contract from '@doorstep/contract/drops.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { given, type JsonOption, verb, wholeNumber } from '../options.ts';
import { sayDrop } from './say-drop.ts';
import { type SetApartUnits, setApartUnits } from './set-apart-option.ts';

interface AddOptions extends JsonOption {
  readonly preorders?: number;
}

interface StopOptions extends JsonOption {
  readonly releaseHolds?: boolean;
}

export function poolCommands(drops: Command): void {
  verb(drops, 'add <drop>', 'set more units apart; SHOE@BERLIN:-20 gives some back')
    .argument('<sku@location:units>', 'as in SHOE@BERLIN:100', setApartUnits)
    .option('--preorders <number>', 'how many may be sold without stock', wholeNumber)
    .action(async (drop: string, cell: SetApartUnits, { json, preorders }: AddOptions) => {
      const { sku, location, units } = cell;
      const body = { sku, pool: [{ location, units }], ...given({ preorderCap: preorders }) };
      await answer(contract.changePool, { params: { drop }, body }, { json }, sayDrop);
    });
  verb(drops, 'pause <drop>', 'hold and sell nothing for a while').action(
    async (drop: string, { json }: JsonOption) =>
      answer(contract.pauseDrop, { params: { drop } }, { json }, sayDrop),
  );
  verb(drops, 'resume <drop>', 'go on').action(async (drop: string, { json }: JsonOption) =>
    answer(contract.resumeDrop, { params: { drop } }, { json }, sayDrop),
  );
  verb(drops, 'stop <drop>', 'end it now: what is left goes to general sale')
    .option('--release-holds', 'take back what carts hold as well')
    .action(async (drop: string, { json, releaseHolds }: StopOptions) => {
      const input = { params: { drop }, body: given({ releaseHolds }) };
      await answer(contract.stopDrop, input, { json }, sayDrop);
    });
}
