// Lines of a statement as rows, and rows as the rule book reads them.

import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { StatementLine } from '@doorstep/core/payments/statement.ts';
import type { Candidate } from '@doorstep/core/reconciliation/match.ts';
import { newUuid } from '../db/ids.ts';
import type { CandidateRow, LineRow } from './lines.sql.ts';

export function rowOfLine(line: StatementLine): object {
  const { booked, original, payment, key } = line;
  return {
    id: newUuid(),
    reference: line.reference,
    kind: line.kind,
    amount: String(booked.amountMinor),
    currency: booked.currency,
    fee: line.feeMinor === null ? null : String(line.feeMinor),
    original: original === null ? null : String(original.amountMinor),
    originalCurrency: original?.currency ?? null,
    source: line.source,
    relates: line.relates,
    payment: payment === null ? null : uuidOf(payment),
    intent: key === null ? null : uuidOf(key as never),
    fact: line.factReference,
    at: line.occurredAt,
    payout: line.payout,
  };
}

export function lineOfRow(row: LineRow): StatementLine {
  const { original_minor: originalMinor, original_currency: originalCurrency } = row;
  return {
    reference: row.reference,
    kind: row.kind,
    booked: { amountMinor: row.amount_minor, currency: row.currency },
    feeMinor: row.fee_minor,
    original:
      originalMinor === null || originalCurrency === null
        ? null
        : { amountMinor: originalMinor, currency: originalCurrency },
    source: row.source,
    relates: row.relates,
    payment: row.payment_id === null ? null : idFromUuid('payment', row.payment_id),
    key: row.intent_id === null ? null : idFromUuid('paymentIntent', row.intent_id),
    factReference: row.fact_reference,
    occurredAt: row.occurred_at,
    payout: row.payout_reference,
  };
}

export function candidateOf(row: CandidateRow): Candidate {
  const { fee_minor: fee, fee_currency: feeCurrency } = row;
  return {
    id: row.id,
    payment: idFromUuid('payment', row.payment_id),
    kind: row.kind,
    reference: row.reference,
    amountMinor: row.amount_minor,
    currency: row.currency,
    fee: fee === null || feeCurrency === null ? null : { amountMinor: fee, currency: feeCurrency },
    line: row.line,
  };
}
