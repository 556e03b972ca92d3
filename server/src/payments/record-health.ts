// Keeps how a connection does, for people who look at it and for those who must act.

import { uuidOf } from '@doorstep/core/ids.ts';
import type { FailureKind } from '@doorstep/core/payments/provider-failure.ts';
import type { CommandTx } from '../db/run-command.ts';
import { countCall, recordConnectionFailure, recordConnectionSuccess } from './connections.sql.ts';
import type { ConnectionId } from './provider-account.ts';

/** @param failure null: it answered */
export async function recordHealth(
  tx: CommandTx,
  connection: ConnectionId,
  failure: FailureKind | null,
): Promise<void> {
  const type = 'provider-connection-refused';
  await tx.run(countCall, [uuidOf(connection), failure === null ? 0 : 1]);
  if (failure === null) {
    const changed = await tx.run(recordConnectionSuccess, [uuidOf(connection), tx.now]);
    if (changed > 0) tx.clear({ type, cause: connection });
    return;
  }
  await tx.run(recordConnectionFailure, [uuidOf(connection), tx.now, failure]);
  // Others pass by themselves; refused credentials stay so until a person does something.
  if (failure === 'credentials')
    tx.raise({ type, cause: connection, about: {}, data: { connection, failure } });
}
