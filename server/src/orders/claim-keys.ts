// Idempotency for a batch: keys are claimed before anything else, and answered if used before.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { writeRows } from '../db/row-set.ts';
import type { Prepared } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import {
  dropClaims,
  insertKeys,
  type KeptKeyRow,
  repointKeys,
  selectCapturedEvents,
  selectKeys,
  storeRefusals,
} from './capture.sql.ts';
import type { CaptureJob, CaptureOutcome } from './capture-job.ts';
import { type CapturedData, capturedAnswer } from './captured-answer.ts';

/** Claims the keys of the jobs that have one; jobs whose key was used before get their outcome. */
export async function claimKeys(
  tx: Tx,
  jobs: readonly CaptureJob[],
  now: Date,
  outcomes: Map<CaptureJob, CaptureOutcome>,
): Promise<void> {
  const keyed = jobs.flatMap((job) => (job.key === null ? [] : [{ job, key: job.key }]));
  if (keyed.length === 0) return;
  const keptWeeks = weeksOf(jobs, 'keptWeeks');
  const rows = keyed.flatMap(({ job, key }) =>
    key.claimedWeeks.map((week) => ({
      week,
      key: key.key,
      input: key.input,
      order: uuidOf(job.order),
    })),
  );
  const orders = keyed.map(({ job }) => uuidOf(job.order));
  const [, kept] = await Promise.all([
    writeRows(tx, insertKeys, rows, now),
    tx.rows(selectKeys, [keptWeeks, keyed.map(({ key }) => key.key), orders]),
  ]);
  if (kept.length === 0) return;
  const keptByKey = new Map(kept.map((row) => [row.key_hash, row]));
  const used = keyed.filter(({ key }) => keptByKey.has(key.key));
  // A key used last week is claimed again in this week's partition: that claim must not stay.
  await tx.run(dropClaims, [keptWeeks, used.map(({ job }) => uuidOf(job.order))]);
  await answerUsed(tx, used, keptByKey, outcomes);
}

/** Of all jobs: around the turn of the week those of one batch may differ. */
function weeksOf(jobs: readonly CaptureJob[], which: 'claimedWeeks' | 'keptWeeks'): string[] {
  return [...new Set(jobs.flatMap((job) => job.key?.[which] ?? []))];
}

async function answerUsed(
  tx: Tx,
  used: readonly { job: CaptureJob; key: { key: string; input: string } }[],
  kept: ReadonlyMap<string, KeptKeyRow>,
  outcomes: Map<CaptureJob, CaptureOutcome>,
): Promise<void> {
  const answers = await readAnswers(
    tx,
    [...kept.values()].flatMap((row) =>
      row.order_id === null ? [] : [idFromUuid('order', row.order_id)],
    ),
  );
  for (const { job, key } of used) {
    const row = kept.get(key.key);
    if (row === undefined) continue;
    if (row.input_hash !== key.input)
      outcomes.set(
        job,
        refuse('idempotency-key-reused', 'This key was used for a request with another body.'),
      );
    else if (row.answer !== null) outcomes.set(job, JSON.parse(row.answer) as Refusal);
    else {
      const answer = answers.get(idFromUuid('order', row.order_id ?? ''));
      if (answer === undefined) throw new Error(`order ${row.order_id} has no captured event`);
      outcomes.set(job, { answer, how: 'replayed' });
    }
  }
}

/** The answers that the captures of these orders got, built again from their first events. */
export async function readAnswers(
  tx: Tx,
  orders: readonly OrderId[],
): Promise<Map<OrderId, ReturnType<typeof capturedAnswer>>> {
  if (orders.length === 0) return new Map();
  const rows = await tx.rows(selectCapturedEvents, [orders.map(uuidOf)]);
  return new Map(
    rows.map((row) => {
      const order = idFromUuid('order', row.subject);
      return [order, capturedAnswer(order, row.recorded_at, capturedData(row.data))] as const;
    }),
  );
}

/** An order that an import made was never promised anything. */
function capturedData(data: unknown): CapturedData {
  const { stock = [], lines, ...rest } = data as CapturedData & { stock?: CapturedData['stock'] };
  const nothing = { reserved: 0, backordered: 0 };
  return { ...rest, stock, lines: lines.map((line) => ({ ...nothing, ...line })) };
}

/** What keeps refusals under their keys, and points the keys of known orders at those. */
export function outcomeWrites(
  jobs: readonly CaptureJob[],
  outcomes: ReadonlyMap<CaptureJob, CaptureOutcome>,
): Prepared[] {
  const refused: { key: string; answer: string }[] = [];
  const known: { key: string; order: string }[] = [];
  const weeks = weeksOf(jobs, 'claimedWeeks');
  for (const job of jobs) {
    const outcome = outcomes.get(job);
    if (job.key === null || outcome === undefined) continue;
    if (isRefusal(outcome)) {
      if (outcome.refused !== 'idempotency-key-reused')
        refused.push({ key: job.key.key, answer: JSON.stringify(outcome) });
    } else if (outcome.how === 'known')
      known.push({ key: job.key.key, order: uuidOf(outcome.answer.id as OrderId) });
  }
  return [
    ...(refused.length > 0
      ? [{ sql: storeRefusals, params: [weeks, JSON.stringify(refused)] }]
      : []),
    ...(known.length > 0 ? [{ sql: repointKeys, params: [weeks, JSON.stringify(known)] }] : []),
  ];
}
