// Says from how many exceptions of a type on it is bad.

import type { setExceptionThreshold as operation } from '@doorstep/contract/exception-groups.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import type { ExceptionType } from '@doorstep/core/exceptions/exception-types.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import { type CommandTx, LostRace } from '../db/run-command.ts';
import { insertThreshold, selectThreshold, updateThreshold } from './groups.sql.ts';

export async function setExceptionThreshold(
  tx: CommandTx,
  type: ExceptionType,
  { orange, red, version }: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  if (red < orange)
    return refuse('validation-failed', 'Red is worse than orange: let it be as many or more.');
  const known = await tx.row(selectThreshold, [type]);
  const stale = refuseStale(version, known?.version ?? 0);
  if (stale !== undefined) return stale;
  const row =
    known === undefined
      ? await tx.row(insertThreshold, [type, uuidOf(newId('exceptionThreshold')), orange, red])
      : await tx.row(updateThreshold, [type, orange, red]);
  // Somebody else set it for the first time in this moment: look again.
  if (row === undefined) throw new LostRace();
  tx.emit({
    type: 'exception-threshold.set.v1',
    subject: idFromUuid('exceptionThreshold', row.id),
    version: row.version,
    data: { type, orange, red },
  });
  return { type, orange, red, version: row.version };
}
