// Does what an ordinary verb does, and takes it back when it is only a dry run: so the report says
// what will happen, and not what another piece of code thinks of it.

import type { NewEvent } from '../db/append-events.ts';
import type { CommandTx } from '../db/run-command.ts';
import { inSavepoint } from '../db/transaction.ts';

/** Events and exceptions are kept only when it is written. A refused verb may have written nothing. */
export async function tryOut<T>(
  tx: CommandTx,
  write: boolean,
  work: (tx: CommandTx) => Promise<{ readonly result: T; readonly refused: boolean }>,
): Promise<T> {
  const events: NewEvent[] = [];
  const said: (() => void)[] = [];
  const inner: CommandTx = {
    ...tx,
    emit: (event) => void events.push(event),
    audit: (deed) => void said.push(() => tx.audit(deed)),
    raise: (exception) => void said.push(() => tx.raise(exception)),
    clear: (gone) => void said.push(() => tx.clear(gone)),
  };
  const { result, kept } = await inSavepoint(tx, async () => {
    const done = await work(inner);
    const undo = !write || done.refused;
    return { result: { result: done.result, kept: !undo }, undo };
  });
  if (kept) {
    for (const event of events) tx.emit(event);
    for (const say of said) say();
  }
  return result;
}
