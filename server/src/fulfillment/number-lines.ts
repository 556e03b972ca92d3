// Lines that a request names by number or id, by number, each once.

import { findLine, type UnitLine } from '@doorstep/core/orders/order-units.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';

export function numberLines<Named extends { readonly line: number | string }>(
  lines: readonly UnitLine[],
  named: readonly Named[],
): Map<UnitLine, Named[]> | Refusal {
  const found = new Map<UnitLine, Named[]>();
  for (const one of named) {
    const line = findLine(lines, one.line);
    if (line === undefined)
      return refuse('line-unknown', `The order has no line ${one.line}.`, { line: one.line });
    found.set(line, [...(found.get(line) ?? []), one]);
  }
  return found;
}
