// A difference as people see it, with what can be done about it.

import type { DifferenceAnswer } from '@doorstep/contract/reconciliation.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { resolutionsOf } from '@doorstep/core/reconciliation/match.ts';
import type { ShownDifferenceRow } from './differences.sql.ts';

export function presentDifference(row: ShownDifferenceRow): DifferenceAnswer {
  const money = (amountMinor: bigint | null, currency: string | null) =>
    amountMinor === null || currency === null
      ? null
      : { amountMinor: Number(amountMinor), currency };
  const isOpen = row.status === 'open';
  return {
    id: idFromUuid('difference', row.id),
    connection: idFromUuid('providerConnection', row.connection_id),
    provider: row.provider,
    cause: row.cause,
    status: row.status,
    about: row.subject,
    kind: row.kind as DifferenceAnswer['kind'],
    reference: row.reference,
    payment: row.payment_id === null ? null : idFromUuid('payment', row.payment_id),
    order: row.order_id === null ? null : idFromUuid('order', row.order_id),
    orderNumber: row.order_number,
    ledger: money(row.ledger_minor, row.ledger_currency),
    providerSays: money(row.provider_minor, row.provider_currency),
    occurredAt: row.occurred_at.toISOString(),
    foundAt: row.found_at.toISOString(),
    resolutions: isOpen ? [...resolutionsOf(row.cause, row.is_recordable === true)] : [],
    resolution: row.resolution as DifferenceAnswer['resolution'],
    note: row.note,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    resolvedBy: row.resolved_by,
    version: row.version,
  };
}
