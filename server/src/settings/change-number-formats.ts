// Changes how the numbers of orders and returns are written from now on.

import type { NumbersAnswer } from '@doorstep/contract/settings.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { BARE_NUMBERS, type NumberFormats } from '@doorstep/core/settings/number-format.ts';
import type { CommandTx } from '../db/run-command.ts';
import { changeSetting } from './change-setting.ts';
import { NUMBERS, presentNumbers } from './read-settings.ts';
import { selectKnownChannels } from './sql.ts';

/** @returns refusals: `channel-unknown`, `version-conflict` */
export async function changeNumberFormats(
  tx: CommandTx,
  { version, ...formats }: NumberFormats & { readonly version?: number },
): Promise<NumbersAnswer | Refusal> {
  const channels = Object.keys(formats.channels);
  const known = await tx.rows(selectKnownChannels, [channels.map((id) => id.slice(4))]);
  if (known.length < channels.length)
    return refuse('channel-unknown', 'One of the channels is not there.');
  const changed = await changeSetting<NumberFormats>(tx, {
    name: NUMBERS,
    usual: BARE_NUMBERS,
    version,
    change: () => formats,
  });
  return isRefusal(changed) ? changed : presentNumbers(changed);
}
