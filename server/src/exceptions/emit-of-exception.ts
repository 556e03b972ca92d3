// Tells what was done with an exception. The row carries the version already.

import { type Id, idFromUuid } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';

export type ExceptionEvent =
  | 'exception.assigned.v1'
  | 'exception.snoozed.v1'
  | 'exception.woken.v1'
  | 'exception.commented.v1'
  | 'exception.closed.v1';

export function emitOfException(
  tx: CommandTx,
  row: {
    readonly id: string;
    readonly type: string;
    readonly order_id: string | null;
    readonly version: number;
  },
  type: ExceptionEvent,
  data: Readonly<Record<string, unknown>> = {},
): void {
  const order: Id<'order'> | null =
    row.order_id === null ? null : idFromUuid('order', row.order_id);
  tx.emit({
    type,
    subject: idFromUuid('exception', row.id),
    version: row.version,
    data: { type: row.type, order, ...data },
  });
}
