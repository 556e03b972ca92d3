// Moves units between available, damaged and quality control.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  reclassifyStock as operation,
  StockDocumentAnswer,
} from '@doorstep/contract/stock-documents.ts';
import type { StockDelta } from '@doorstep/core/inventory/movement.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { LockedLevel } from './move-stock.ts';
import { recordDocument } from './record-document.ts';

type State = BodyOf<typeof operation>['from'];

export async function reclassifyStock(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<StockDocumentAnswer | Refusal> {
  if (input.from === input.to)
    return refuse('validation-failed', '`from` and `to` must be different states.');
  return recordDocument(tx, {
    kind: 'reclassification',
    event: 'stock.reclassified.v1',
    location: input.location,
    reason: input.reason,
    reference: null,
    lines: input.lines,
    decide: (line, level) => {
      const quantity = line.quantity;
      const there = unitsIn(level, input.from);
      return quantity > there
        ? refuse('stock-would-be-negative', `Only ${there} of ${line.sku} are ${input.from}.`, {
            sku: line.sku,
            available: there,
          })
        : {
            type: 'reclassified',
            delta: { ...change(input.from, -quantity), ...change(input.to, quantity) },
          };
    },
  });
}

/** Reserved units may turn out damaged: that is a fact, so `available` means all that is sound. */
function unitsIn(level: LockedLevel, state: State): number {
  if (state === 'damaged') return level.damaged;
  if (state === 'quality-control') return level.qualityControl;
  return level.onHand - level.damaged - level.qualityControl;
}

function change(state: State, units: number): StockDelta {
  if (state === 'damaged') return { damaged: units };
  return state === 'quality-control' ? { qualityControl: units } : {};
}
