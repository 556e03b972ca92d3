// doorstep fulfillment pack: a parcel, of what was picked.

import { packParcel } from '@doorstep/contract/fulfillment.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { readConnection } from '../config.ts';
import { type LineOptions, lineOptions, linesAsked, unitsOf } from '../lines.ts';
import { given, type JsonOption, positiveNumber, verb } from '../options.ts';
import { sayParcel } from '../parcels/say-parcels.ts';
import { hint } from '../print.ts';
import { findWork } from './find-work.ts';
import { sayDifferences } from './say-work.ts';

interface Options extends JsonOption, LineOptions {
  readonly carrier?: string;
  readonly tracking?: string;
  readonly weight?: number;
}

export function packParcelCommand(fulfillment: Command): void {
  const pack = verb(fulfillment, 'pack <fulfillment>', 'pack a parcel; all that was picked')
    .option('--carrier <name>', 'who takes it')
    .option('--tracking <number>', 'its tracking number')
    .option('--weight <grams>', 'in grams', positiveNumber);
  lineOptions(pack, 'only so many units of this line').action(
    async (reference: string, { json, carrier, tracking, weight, ...asked }: Options) => {
      const work = await findWork(await readConnection(), reference);
      const lines = linesAsked(
        asked,
        unitsOf(work.lines, (line) => line.allocated + line.picked),
      );
      const body = given({ lines, carrier, trackingNumber: tracking, weightGrams: weight });
      const input = { params: { fulfillmentOrder: work.id }, body };
      await answer(packParcel, input, { json }, (parcel) => {
        sayParcel(parcel);
        sayDifferences(parcel.differences);
        hint(`Ship it: doorstep fulfillment ship ${parcel.id}`);
      });
    },
  );
}
