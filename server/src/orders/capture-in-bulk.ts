// Many orders in one request, each with an outcome of its own. The outcomes come in the order of
// the rows, and nothing is kept beyond a window of rows under way.

import { CaptureOrderBody, type CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { isRefusal, refuse } from '@doorstep/core/refusal.ts';
import type { IdempotencyKey } from '../db/run-command.ts';
import { refuseOutage } from '../http/refuse-outage.ts';
import { type Row, rowProblem } from '../http/row-stream.ts';
import { checkOfBody } from '../http/validate.ts';
import type { CaptureQueue } from './capture-queue.ts';

/** Rows under way at once: two full batches in flight and the next two filling meanwhile. */
const WINDOW = 1024;

const check = checkOfBody(CaptureOrderBody);

export interface BulkCapture {
  readonly tenant: TenantId;
  readonly actor: Actor;
  /** Of the whole request; each row gets one of its own made from it. */
  readonly key: IdempotencyKey | null;
  readonly requestId: string;
}

/**
 * @returns a line of JSON per row: `{row, status, order}` or `{row, status, problem}`, as soon as it
 *   is known and those before it are
 */
export async function* captureInBulk(
  queue: CaptureQueue,
  bulk: BulkCapture,
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  const underWay: Promise<string>[] = [];
  const changed = signal();
  let reading = true;
  const reader = readRows();
  reader.catch(() => {}); // heard below, once the rows before the break are answered
  try {
    while (reading || underWay.length > 0) {
      const first = underWay[0];
      if (first === undefined) await changed.wait();
      else {
        yield await first;
        underWay.shift();
        changed.notify();
      }
    }
    await reader; // a stream that broke off says so
  } finally {
    reading = false;
    changed.notify();
    // The sender or the reader may have gone: what was begun is finished.
    await Promise.allSettled([reader, ...underWay]);
  }

  async function readRows(): Promise<void> {
    try {
      for await (const row of rows) {
        await queue.roomForStream();
        while (reading && underWay.length >= WINDOW) await changed.wait();
        if (!reading) return;
        underWay.push(captureRow(queue, bulk, row));
        changed.notify();
      }
    } finally {
      reading = false;
      changed.notify();
    }
  }
}

/** Two sides that wait for each other's progress. */
function signal(): { wait(): Promise<void>; notify(): void } {
  let waiting: (() => void)[] = [];
  return {
    wait: () => new Promise((resolve) => waiting.push(resolve)),
    notify() {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
  };
}

async function captureRow(
  queue: CaptureQueue,
  { tenant, actor, key, requestId }: BulkCapture,
  row: Row,
): Promise<string> {
  const { number } = row;
  if ('unreadable' in row)
    return rowProblem(number, refuse('body-not-json', row.unreadable), requestId);
  const errors = check(row.value);
  if (errors.length > 0) {
    const invalid = refuse('validation-failed', 'The order is not as expected.');
    return rowProblem(number, invalid, requestId, errors);
  }
  const order = row.value as CaptureOrderRequest;
  const rowKey =
    key === null
      ? null
      : { key: `${key.key} row ${number}`, route: key.route, input: JSON.stringify(order) };
  try {
    const outcome = await queue.capture(tenant, actor, order, rowKey);
    if (isRefusal(outcome)) return rowProblem(number, outcome, requestId);
    const status = outcome.how === 'known' ? 200 : 201;
    return JSON.stringify({ row: number, status, order: outcome.answer });
  } catch (error) {
    const failed = refuse('internal-error', 'This order failed for a reason on our side.');
    return rowProblem(number, refuseOutage(error) ?? failed, requestId);
  }
}
