// What the keys of a report are called: as it is today, not as it was when they were sold.

import type { SalesSplit } from '@doorstep/core/analytics/sales-measures.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { NOBODY } from './booking.ts';
import { selectChannelNames, selectCustomerNames, selectSkuTitles } from './sales.sql.ts';

export interface NamedKey {
  readonly key: string | null;
  readonly label: string | null;
  readonly externalId?: string | null;
}

/** @returns how a key of these rows is told */
export async function nameKeys(
  tx: Tx,
  by: SalesSplit,
  rows: readonly { readonly key: string }[],
  mayName: boolean,
): Promise<(key: string) => NamedKey> {
  const keys = rows.map(({ key }) => key);
  if (by === 'channel') {
    const known = byKey(await tx.rows(selectChannelNames, [keys]));
    return (key) => ({ key: known.get(key)?.code ?? null, label: known.get(key)?.label ?? null });
  }
  if (by === 'sku') {
    const known = byKey(await tx.rows(selectSkuTitles, [keys]));
    return (key) => ({ key, label: known.get(key)?.label ?? null });
  }
  if (by === 'customer') {
    const known = byKey(mayName ? await tx.rows(selectCustomerNames, [keys]) : []);
    return (key) => ({
      key: key.replaceAll('-', '') === NOBODY ? null : idFromUuid('customer', key),
      label: known.get(key)?.label ?? null,
      externalId: known.get(key)?.external_id ?? null,
    });
  }
  return (key) => ({ key: key === '' ? null : key, label: null });
}

function byKey<Row extends { readonly key: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.key, row]));
}
