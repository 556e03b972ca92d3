// Stock arrives at a location, announced or not.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  receiveStock as operation,
  StockDocumentAnswer,
} from '@doorstep/contract/stock-documents.ts';
import { type Id, idFromUuid, type LocationId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { addReceivedToExpectation, lockExpectation, selectExpectedLines } from './documents.sql.ts';
import { recordDocument } from './record-document.ts';

export async function receiveStock(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<StockDocumentAnswer | Refusal> {
  const expectation = input.expectation as Id<'stockDocument'> | undefined;
  const expected = new Map<SkuId, number>();
  const came = new Map<SkuId, number>();
  const outcome = await recordDocument(tx, {
    kind: 'receipt',
    event: 'stock.received.v1',
    location: input.location,
    reason: null,
    reference: input.reference ?? null,
    ...(expectation === undefined
      ? {}
      : {
          expectation,
          prepare: (location) => readExpectation(tx, expectation, location, expected),
        }),
    lines: input.lines,
    decide: (line, level) => {
      const quantity = line.quantity;
      const open = expected.get(level.sku) ?? 0;
      const fromExpected = Math.min(quantity, open);
      expected.set(level.sku, open - fromExpected);
      came.set(level.sku, (came.get(level.sku) ?? 0) + fromExpected);
      return { type: 'received', delta: delta.received(quantity, fromExpected) };
    },
  });
  if (expectation !== undefined && !('refused' in outcome)) {
    const rows = [...came].map(([sku, quantity]) => ({ sku: uuidOf(sku), quantity }));
    await tx.run(addReceivedToExpectation, [uuidOf(expectation), JSON.stringify(rows)]);
  }
  return outcome;
}

async function readExpectation(
  tx: CommandTx,
  expectation: Id<'stockDocument'>,
  location: LocationId,
  expected: Map<SkuId, number>,
): Promise<Refusal | undefined> {
  const found = await tx.row(lockExpectation, [uuidOf(expectation)]);
  if (found === undefined || idFromUuid('location', found.location_id) !== location)
    return refuse('not-found', `There is no expectation ${expectation} at this location.`);
  for (const row of await tx.rows(selectExpectedLines, [uuidOf(expectation)]))
    expected.set(idFromUuid('sku', row.sku_id), row.open);
  return undefined;
}
