// What a drop sells, as lines of a spreadsheet: SKU, location, units, and perhaps a pre-order tail.

import type { CreateDropInput } from '@doorstep/sdk';

export interface ReadItems {
  readonly items: CreateDropInput['items'];
  /** The first line that is not readable, from 1. */
  readonly bad: { readonly line: number; readonly text: string } | null;
}

export function readDropItems(text: string): ReadItems {
  const items = new Map<
    string,
    { sku: string; pool: { location: string; units: number }[]; preorderCap?: number }
  >();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [sku = '', location = '', units = '', tail = ''] = line
      .split(/[\t,;]/)
      .map((part) => part.trim());
    if (sku === '' || location === '' || !/^[1-9]\d{0,5}$/.test(units) || !/^\d{0,6}$/.test(tail))
      return { items: [...items.values()], bad: { line: index + 1, text: line.trim() } };
    const item = items.get(sku) ?? { sku, pool: [] };
    item.pool.push({ location, units: Number(units) });
    if (tail !== '') item.preorderCap = Number(tail);
    items.set(sku, item);
  }
  return { items: [...items.values()], bad: null };
}
