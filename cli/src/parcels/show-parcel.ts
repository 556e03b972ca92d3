// doorstep parcels show: what is in a parcel.

import { getParcel } from '@doorstep/contract/fulfillment.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { findParcel } from './find-parcel.ts';
import { sayParcel } from './say-parcels.ts';

export function showParcelCommand(parcels: Command): void {
  verb(parcels, 'show <parcel>', 'one parcel, by its id or tracking number').action(
    async (reference: string, { json }: JsonOption) => {
      const parcel = await findParcel(await readConnection(), reference);
      await answer(getParcel, { params: { parcel } }, { json }, sayParcel);
    },
  );
}
