// Records what was counted. A count is a fact and never refused, but for two of one level.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  countStock as operation,
  StockDocumentAnswer,
} from '@doorstep/contract/stock-documents.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { levelKey } from './move-stock.ts';
import { recordDocument } from './record-document.ts';

export function countStock(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<StockDocumentAnswer | Refusal> {
  const counted = new Set<string>();
  return recordDocument(tx, {
    kind: 'count',
    event: 'stock.counted.v1',
    location: input.location,
    reason: null,
    reference: input.reference ?? null,
    lines: input.lines,
    decide: (line, level) => {
      if (counted.has(levelKey(level)))
        return refuse('validation-failed', `${line.sku} at ${input.location} is counted twice.`);
      counted.add(levelKey(level));
      // What a picker did not find is settled by counting.
      tx.clear({ type: 'short-pick', cause: levelKey(level) });
      return { type: 'counted', delta: delta.adjusted(line.counted - level.onHand) };
    },
  });
}
