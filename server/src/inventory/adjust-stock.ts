// Adds or takes away units, with a reason.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  adjustStock as operation,
  StockDocumentAnswer,
} from '@doorstep/contract/stock-documents.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { recordDocument } from './record-document.ts';

export function adjustStock(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<StockDocumentAnswer | Refusal> {
  return recordDocument(tx, {
    kind: 'adjustment',
    event: 'stock.adjusted.v1',
    location: input.location,
    reason: input.reason,
    reference: null,
    lines: input.lines,
    decide: (line, level) => {
      const quantity = line.quantity;
      return level.onHand + quantity < 0
        ? refuse('stock-would-be-negative', `Only ${level.onHand} of ${line.sku} are on hand.`, {
            sku: line.sku,
            available: level.onHand,
          })
        : { type: 'adjusted', delta: delta.adjusted(quantity) };
    },
  });
}
