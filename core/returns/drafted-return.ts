// Lines of an order in a few words, for tests and simulations of returns.

import { lineIdOf, skuOf } from '../orders/drafted-units.ts';
import type { LineCounts, LineKind } from '../orders/order-line.ts';
import type { ReturnableLine } from './receipt.ts';
import type { RefundableLine } from './refund.ts';

export type DraftedLine = Partial<LineCounts> & {
  readonly sku?: string | null;
  readonly kind?: LineKind;
  readonly kitLine?: number;
  readonly payableMinor?: bigint;
  readonly amountMinor?: bigint;
  readonly refunded?: number;
  readonly open?: number;
};

/** Numbered from 1; all units ordered are reserved unless said otherwise. */
export function draftedLines(drafts: readonly DraftedLine[]): (ReturnableLine & RefundableLine)[] {
  return drafts.map((draft, index) => {
    const { sku = 'A', kind = 'item', kitLine, ...units } = draft;
    const { canceled = 0, shipped = 0, overshipped = 0, delivered = 0, returned = 0 } = units;
    const ordered = units.ordered ?? shipped + canceled - overshipped;
    return {
      id: lineIdOf(index + 1),
      number: index + 1,
      kind,
      kitLine: kitLine ?? null,
      sku: sku === null ? null : skuOf(sku),
      code: sku ?? 'NOT-OURS',
      counts: {
        ordered,
        canceled,
        unpromised: 0,
        backordered: 0,
        reserved: ordered + overshipped - canceled - shipped,
        allocated: 0,
        picked: 0,
        packed: 0,
        shipped,
        delivered,
        returned,
        overshipped,
      },
      payableMinor: units.payableMinor ?? 0n,
      amountMinor: units.amountMinor ?? 0n,
      refunded: units.refunded ?? 0,
      open: units.open ?? 0,
    };
  });
}
