// doorstep drops figures, hold, release, queue, place, leave.

import * as contract from '@doorstep/contract/drop-room.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { given, type JsonOption, positiveNumber, verb } from '../options.ts';
import { say } from '../print.ts';
import { sayFigures, sayHold, sayPlace } from './say-room.ts';

interface HoldOptions extends JsonOption {
  readonly buyer: string;
  readonly quantity: number;
  readonly seconds?: number;
}

export function roomCommands(drops: Command): void {
  verb(drops, 'figures <drop>', 'what sells, minute by minute').action(
    async (drop: string, { json }: JsonOption) =>
      answer(contract.getDropFigures, { params: { drop } }, { json }, sayFigures),
  );
  buyerVerb(drops, 'hold <drop> <sku>', 'hold units for a buyer')
    .option('--seconds <number>', 'how long', positiveNumber)
    .action(async (drop: string, sku: string, options: HoldOptions) => {
      const { json, buyer, quantity, seconds } = options;
      const body = { buyer, lines: [{ sku, quantity }], ...given({ seconds }) };
      await answer(contract.holdUnits, { params: { drop }, body }, { json }, sayHold);
    });
  verb(drops, 'release <drop> <hold>', 'give held units back').action(
    async (drop: string, hold: string, { json }: JsonOption) =>
      answer(contract.releaseDropHold, { params: { drop, hold } }, { json }, () =>
        say(`Gave ${hold} back`),
      ),
  );
  buyerVerb(drops, 'queue <drop> <sku>', 'wait for units').action(
    async (drop: string, sku: string, { json, buyer, quantity }: HoldOptions) => {
      const body = { buyer, sku, quantity };
      await answer(contract.joinQueue, { params: { drop }, body }, { json }, sayPlace);
    },
  );
  verb(drops, 'place <drop> <place>', 'how far a place in the queue has come').action(
    async (drop: string, place: string, { json }: JsonOption) =>
      answer(contract.getQueuePlace, { params: { drop, place } }, { json }, sayPlace),
  );
  verb(drops, 'leave <drop> <place>', 'wait no more').action(
    async (drop: string, place: string, { json }: JsonOption) =>
      answer(contract.leaveQueue, { params: { drop, place } }, { json }, () =>
        say(`Left the queue at ${place}`),
      ),
  );
}

function buyerVerb(drops: Command, usage: string, description: string): Command {
  return verb(drops, usage, description)
    .requiredOption('--buyer <buyer>', 'the channel’s id of the buyer, or an e-mail address')
    .option('--quantity <units>', 'how many', positiveNumber, 1);
}
