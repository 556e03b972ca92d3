// A carrier that speaks of an unknown parcel may speak of a return on its way to us.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { parseId, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectUnknownParcel, selectWaitingCarriers } from '../shipping/sql.ts';
import { selectReturnsByTracking } from './sql.ts';

/** The number is known by now: nobody has to look for its parcel. */
export async function recognizeReturn(tx: CommandTx, trackingNumber: string): Promise<void> {
  for (const { carrier } of await tx.rows(selectWaitingCarriers, [trackingNumber]))
    tx.clear({ type: 'unknown-parcel', cause: `${carrier} ${trackingNumber}` });
}

/** After an event of the log that raised an exception. */
export async function recognizeReturnAfter(
  tx: CommandTx,
  { subject, data }: Pick<LogEvent, 'subject' | 'data'>,
): Promise<void> {
  const exception = parseId('exception', subject);
  if (exception === undefined || data['type'] !== 'unknown-parcel') return;
  const row = await tx.row(selectUnknownParcel, [uuidOf(exception)]);
  const trackingNumber = row?.data.trackingNumber;
  if (trackingNumber === undefined) return;
  const returns = await tx.rows(selectReturnsByTracking, [trackingNumber]);
  if (returns.length > 0) await recognizeReturn(tx, trackingNumber);
}
