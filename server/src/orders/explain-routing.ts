// Why these locations, and why not the others: the stored decisions, spelled out.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { explainRouting as operation } from '@doorstep/contract/orders.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CandidateOutcome } from '@doorstep/core/routing/provisional-location.ts';
import type { Tx } from '../db/transaction.ts';
import { findOrder, orderNotFound } from './find-order.ts';
import { selectDecisions, selectLocationCodes, selectOrder, selectSkuCodes } from './sql.ts';

type Decision = AnswerOf<typeof operation>['decisions'][number];

const RULE =
  'serves the channel, has stock, fewest locations, lowest handling cost, shortest distance';

const REASONS: Readonly<Record<CandidateOutcome, string>> = {
  chosen: 'The best ranked that was needed to have everything',
  'ranked-lower':
    'Has everything too, but is a later choice of the channel, costs more or is farther away',
  'too-little-stock': 'Has some of it, not all',
  'no-stock': 'Has none of it to give to this channel',
  inactive: 'Is switched off',
  'channel-not-served': 'Does not serve the channel',
  'was-short': 'The units were looked for there and not found',
};

export async function explainRouting(
  tx: Tx,
  reference: string,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = await findOrder(tx, reference);
  if (isRefusal(order)) return order;
  if ((await tx.row(selectOrder, [uuidOf(order)])) === undefined) return orderNotFound(reference);
  const rows = await tx.rows(selectDecisions, [uuidOf(order)]);
  const numbers = rows.flatMap(({ decision }) => [
    ...decision.candidates.map(([number]) => number),
    ...decision.picks.map(([, number]) => number),
  ]);
  const skus = rows.flatMap(({ decision }) => decision.demands.map(([sku]) => sku));
  const [locations, codes] = await Promise.all([
    tx.rows(selectLocationCodes, [[...new Set(numbers)]]),
    tx.rows(selectSkuCodes, [[...new Set(skus)]]),
  ]);
  const locationOf = new Map(locations.map((row) => [row.number, row.code]));
  const skuOf = new Map(codes.map((row) => [row.id, row.code]));
  return {
    decisions: rows.map((row) => ({
      id: idFromUuid('decision', row.id),
      kind: row.kind,
      decidedAt: row.decided_at.toISOString(),
      rule: RULE,
      ...spellOut(row.decision, locationOf, skuOf),
    })),
  };
}

type Stored = NonNullable<(typeof selectDecisions)['row']>['decision'];

function spellOut(
  stored: Stored,
  locationOf: ReadonlyMap<number, string>,
  skuOf: ReadonlyMap<string, string>,
): Pick<Decision, 'demands' | 'picks' | 'candidates' | 'othersCount'> {
  const sku = (short: string) => skuOf.get(short) ?? short;
  const location = (number: number) => locationOf.get(number) ?? String(number);
  return {
    demands: stored.demands.map(([short, quantity, missing]) => ({
      sku: sku(short),
      quantity,
      missing,
    })),
    picks: stored.picks.map(([short, number, quantity]) => ({
      sku: sku(short),
      location: location(number),
      quantity,
    })),
    candidates: stored.candidates.map(([number, outcome, cost, km, available]) => ({
      location: location(number),
      outcome: outcome as CandidateOutcome,
      reason: REASONS[outcome as CandidateOutcome],
      handlingCostMinor: cost,
      distanceKm: km,
      available:
        available?.map((units, index) => ({ sku: sku(stored.demands[index]?.[0] ?? ''), units })) ??
        null,
    })),
    othersCount: stored.othersCount,
  };
}
