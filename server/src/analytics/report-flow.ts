// What was sold, canceled, sent, returned or refunded: sums by one split, and the totals of the period.

import type { reportFlow as operation } from '@doorstep/contract/flow-reports.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { reportSpans } from '@doorstep/core/analytics/report-spans.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectFlowProgress } from './flow.sql.ts';
import { type FlowQuestion, flowQuestion } from './flow-question.ts';
import {
  type FlowSumRow,
  flowByDay,
  flowByMember,
  flowByMonth,
  flowByReason,
  flowTotals,
} from './flow-reports.sql.ts';
import { nameMembers } from './name-members.ts';
import { selectTenantCurrency } from './sales.sql.ts';
import { stretches } from './stretches.ts';

type Query = QueryOf<typeof operation>;

const LIMIT_DEFAULT = 100;

/** @param tx a snapshot, so that rows, totals and how far they are belong together */
export async function reportFlow(
  tx: Tx,
  query: Query,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const question = await flowQuestion(tx, query);
  if (isRefusal(question)) return question;
  const currency = query.currency ?? (await tx.row(selectTenantCurrency))?.currency ?? '';
  const [progress, totals, rows] = await Promise.all([
    tx.row(selectFlowProgress),
    tx.rows(flowTotals, [
      query.kind,
      // By SKU something counts once for each, so totals are those of the whole.
      question.member === null ? 'all' : question.dimension,
      ...stretches(reportSpans(query.from, query.to)),
      question.member ?? '',
    ]),
    readRows(tx, query, question, currency),
  ]);
  const names = await nameMembers(
    tx,
    query.by,
    rows.map(({ key }) => key),
  );
  return {
    currency,
    otherCurrencies: totals.flatMap((row) => (row.currency === currency ? [] : [row.currency])),
    timeZone: progress?.time_zone ?? 'UTC',
    asOf: { position: Number(progress?.position ?? 0), behind: Number(progress?.behind ?? 0) },
    totals: figuresOf(totals.find((row) => row.currency === currency)),
    rows: rows.map((row) => ({ ...names(row.key), ...figuresOf(row) })),
  };
}

function readRows(
  tx: Tx,
  { kind, by, limit = LIMIT_DEFAULT }: Query,
  { dimension, member, stretches: days }: FlowQuestion,
  currency: string,
): Promise<FlowSumRow[]> {
  const asked = [kind, dimension, ...days, currency];
  if (by === 'day' || by === 'month')
    return tx.rows(by === 'day' ? flowByDay : flowByMonth, [...asked, member]);
  if (member === null) return tx.rows(flowByMember, [...asked, limit]);
  return tx.rows(flowByReason, [...asked, limit, member]);
}

function figuresOf(row: FlowSumRow | undefined) {
  return {
    times: Number(row?.times ?? 0),
    units: Number(row?.units ?? 0),
    amountMinor: Number(row?.amount_minor ?? 0),
  };
}
