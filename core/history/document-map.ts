// The lines of a credit, an adjustment or a write-off.

import { lineAmount } from '../orders/order-total.ts';
import { firstOf } from './first-of.ts';
import type { PastDocumentKind } from './past-document.ts';
import type { PastDocument, PastDocumentLine } from './past-order.ts';
import type { RowReader, SourceLine } from './row-reader.ts';
import { cutText } from './storable-text.ts';

type Body = Pick<PastDocument, 'reason' | 'lines' | 'totalMinor'>;

export function documentLines(
  reader: RowReader,
  heads: readonly SourceLine[],
  lines: readonly SourceLine[],
  kind: PastDocumentKind,
  currency: string,
): Body {
  const mapped = lines.flatMap((at) => {
    const line = documentLine(reader, at, currency);
    return line === null ? [] : [line];
  });
  const said = firstOf(heads, (at) => reader.text(at, 'reason', 200));
  const titled = kind === 'credit' ? null : (mapped[0]?.title ?? null);
  return {
    reason: said ?? titled,
    lines: mapped,
    totalMinor: mapped.reduce((sum, line) => sum + line.amountMinor, 0n),
  };
}

function documentLine(
  reader: RowReader,
  at: SourceLine,
  currency: string,
): PastDocumentLine | null {
  const quantity = reader.units(at, 'line.quantity');
  if (quantity === null) {
    reader.refuse(
      at.row,
      'field-missing',
      'line.quantity',
      'The quantity is empty.',
      'Fill it in the file, or map another column to it in the profile.',
    );
    return null;
  }
  const unitPrice = reader.decimal(at, 'line.unitPrice');
  const amountMinor =
    unitPrice === null
      ? (reader.amount(at, 'line.amount', currency) ?? 0n)
      : lineAmount({ unitPrice }, quantity, currency);
  const title = reader.text(at, 'line.title', 500);
  const skuCode = cutText(reader.text(at, 'line.sku', 100) ?? title ?? '(no SKU)', 100).trim();
  return { skuCode, title: title ?? skuCode, quantity, unitPrice, amountMinor };
}
