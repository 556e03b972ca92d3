// Sets the accounts that entries stand on.

import type { ChartAnswer, setChart as operation } from '@doorstep/contract/accounting.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newUuid } from '../db/ids.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { presentChart } from './read-chart.ts';
import { ensureBooks, lockBooks, updateChart } from './sql.ts';

/** @returns refusals: `version-conflict`, `chart-invalid` */
export async function setChart(
  tx: CommandTx,
  { accounts, version }: BodyOf<typeof operation>,
): Promise<ChartAnswer | Refusal> {
  await tx.run(ensureBooks, [newUuid()]);
  const before = await tx.row(lockBooks);
  const stale = refuseStale(version, before?.version ?? 0);
  if (stale !== undefined) return stale;
  const names = accounts.map(({ role, provider }) => `${role} ${provider ?? ''}`);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined)
    return refuse('chart-invalid', `There are two accounts for ${twice.trim()}.`, { twice });
  const after = await tx.row(updateChart, [JSON.stringify(accounts)]);
  if (after === undefined) throw new Error('the books are gone');
  tx.emit({
    type: 'chart.changed.v1',
    subject: idFromUuid('chart', after.id),
    version: after.version,
    data: { accounts: accounts.length },
  });
  return presentChart(after);
}
