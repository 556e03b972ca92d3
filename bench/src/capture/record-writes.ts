// What the product writes for such orders, taken down as it writes it: so the floors beside it
// write the very same rows with the very same statements, whatever they become.

import type { CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { newUuid } from '@doorstep/server/src/db/ids.ts';
import type { Pool } from '@doorstep/server/src/db/pool.ts';
import { stockView } from '@doorstep/server/src/inventory/stock-view.ts';
import { captureQueue } from '@doorstep/server/src/orders/capture-queue.ts';
import { locationBooks } from '@doorstep/server/src/routing/location-book.ts';
import type { Runtime } from '@doorstep/server/src/runtime.ts';
import { lengthOfArray } from './cut-array.ts';
import { type OrderShape, orderBody } from './scenarios.ts';
import type { BenchShop } from './shop.ts';

export interface RecordedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements of one transaction that lock or write. */
export interface RecordedBatch {
  readonly statements: readonly RecordedStatement[];
  readonly orders: number;
}

export interface RecordedWrites {
  readonly batches: readonly RecordedBatch[];
  /** One answer to a client. */
  readonly answer: string;
  readonly orders: number;
}

export interface RecordOptions {
  readonly shape: OrderShape;
  readonly batches: number;
  readonly batchSize: number;
  /** So that two recordings do not send the same orders. */
  readonly from: number;
}

export async function recordWrites(
  runtime: Runtime,
  shop: BenchShop,
  options: RecordOptions,
): Promise<RecordedWrites> {
  const { shape, batches, batchSize, from } = options;
  const recorder = recordingPool(runtime.capture);
  const { numbers, now, providers } = runtime;
  const stock = { books: locationBooks(), view: stockView() };
  const queue = captureQueue({ pool: recorder.pool, numbers, now, providers, ...stock }, 1);
  const actor = { kind: 'api-key', id: `key_${'0'.repeat(32)}` } as const;
  let answer = '';
  for (let batch = 0; batch < batches; batch += 1) {
    const outcomes = await Promise.all(
      Array.from({ length: batchSize }, (_, place) => {
        const number = from + batch * batchSize + place;
        const body = orderBody(shape, number) as CaptureOrderRequest;
        const key = { key: newUuid(), route: 'captureOrder', input: JSON.stringify(body) };
        return queue.capture(shop.tenant, actor, body, key);
      }),
    );
    for (const outcome of outcomes) {
      if (isRefusal(outcome)) throw new Error(`an order was refused: ${outcome.detail}`);
      answer = JSON.stringify(outcome.answer);
    }
  }
  return { answer, orders: batches * batchSize, batches: recorder.batches() };
}

const LOCKS_OR_WRITES = /^\s*(insert|update|delete)\b|\bfor (no key )?update\b|\bupdate \w+ as\b/i;

function recordingPool(real: Pool): { pool: Pool; batches(): RecordedBatch[] } {
  const transactions: RecordedStatement[][] = [];
  const pool = {
    async connect() {
      const connection = await real.connect();
      const statements: RecordedStatement[] = [];
      return {
        ...('connection' in connection ? { connection: connection.connection } : {}),
        query(asked: string | RecordedStatement) {
          if (asked === 'commit') transactions.push([...statements]);
          else if (typeof asked !== 'string' && LOCKS_OR_WRITES.test(asked.text))
            statements.push(asked);
          return connection.query(asked as RecordedStatement & { values: unknown[] });
        },
        release: (error?: Error) => connection.release(error),
      };
    },
  };
  return {
    pool: pool as unknown as Pool,
    batches: () =>
      transactions.map((statements) => ({ statements, orders: countOrders(statements) })),
  };
}

function countOrders(statements: readonly RecordedStatement[]): number {
  const insert = statements.find(isOrderInsert);
  const [ids] = insert?.values ?? [];
  if (!Buffer.isBuffer(ids) || lengthOfArray(ids) === 0)
    throw new Error('the recorded transaction inserts no orders; how they are written has changed');
  return lengthOfArray(ids);
}

export function isOrderInsert({ text }: RecordedStatement): boolean {
  return /^\s*insert into orders\b/i.test(text);
}
