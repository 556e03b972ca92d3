// Payments of every order, with the sums of their ledger.

import type { ExportedPayment } from '@doorstep/contract/export-forms.ts';
import type { exportPayments as operation } from '@doorstep/contract/exports.ts';
import type { QueryOf } from '@doorstep/contract/operation.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { exportPages, readInTurn, type Source } from './export-pages.ts';
import { selectLastPayment, type WalkedPaymentRow, walkPayments } from './exports.sql.ts';

const ROWS_EACH = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

export async function exportPayments(
  source: Source,
  { provider, createdFrom, createdTo }: QueryOf<typeof operation>,
): Promise<AsyncIterable<readonly ExportedPayment[]>> {
  const last = await readInTurn(source, (tx) => tx.row(selectLastPayment));
  const filters = [provider ?? null, createdFrom ?? null, createdTo ?? null];
  return exportPages(source, BEFORE_ALL, async (tx, after) => {
    const rows = await tx.rows(walkPayments, [
      ...[after, last?.id ?? BEFORE_ALL, ROWS_EACH],
      ...filters,
    ]);
    return {
      items: rows.filter(({ matches }) => matches).map(present),
      next: rows.length < ROWS_EACH ? undefined : rows.at(-1)?.id,
    };
  });
}

function present(row: WalkedPaymentRow): ExportedPayment {
  return {
    id: idFromUuid('payment', row.id),
    order: idFromUuid('order', row.order_id),
    orderNumber: row.order_number,
    number: row.number,
    provider: row.provider,
    providerReference: row.provider_reference,
    currency: row.currency,
    amountMinor: Number(row.amount_minor),
    authorizedMinor: Number(row.authorized_minor),
    voidedMinor: Number(row.voided_minor),
    capturedMinor: Number(row.captured_minor),
    refundedMinor: Number(row.refunded_minor),
    disputedMinor: Number(row.disputed_minor),
    declinedCode: row.declined_code,
    createdAt: row.created_at.toISOString(),
    orderCurrency: row.order_currency,
    orderAmountMinor: Number(row.order_amount_minor),
    orderCapturedMinor: Number(row.order_captured_minor),
    orderRefundedMinor: Number(row.order_refunded_minor),
    carriedMinor: Number(row.carried_minor),
  };
}
