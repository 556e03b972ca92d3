// Announces stock that will come: it shows as incoming until it is received.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  expectStock as operation,
  StockDocumentAnswer,
} from '@doorstep/contract/stock-documents.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { recordDocument } from './record-document.ts';

export function expectStock(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<StockDocumentAnswer | Refusal> {
  return recordDocument(tx, {
    kind: 'expectation',
    event: 'stock.expected.v1',
    location: input.location,
    reason: null,
    reference: input.reference ?? null,
    expectedAt: new Date(input.expectedAt),
    lines: input.lines,
    decide: (line) => ({ type: 'expected', delta: delta.expected(line.quantity) }),
  });
}
