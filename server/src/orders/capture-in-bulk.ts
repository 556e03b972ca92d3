// Many orders in one request: an array, or NDJSON of any length. Each row has its own outcome, the
// answer streams in the order of the rows, and nothing is buffered beyond a window.

import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { CaptureOrderBody, type CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IdempotencyKey } from '../db/run-command.ts';
import { problemOf } from '../http/problem.ts';
import { linesOf } from '../http/read-lines.ts';
import { compileBody, fieldErrors } from '../http/validate.ts';
import type { CaptureQueue } from './capture-queue.ts';

/** Rows under way at once: enough for two full batches and the next ones to fill meanwhile. */
const WINDOW = 1024;
const ARRAY_ROWS_MAX = 1000;
const LINE_BYTES_MAX = 4 * 1024 * 1024;

const validate = compileBody(CaptureOrderBody);

interface BulkCall {
  readonly principal: { readonly tenant: TenantId; readonly actor: Actor };
  readonly idempotencyKey: IdempotencyKey | null;
  readonly body: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Row = { readonly order: unknown } | { readonly unreadable: string };

export async function captureInBulk(
  queue: CaptureQueue,
  call: BulkCall,
): Promise<Refusal | undefined> {
  const { body } = call;
  const isStream = typeof body === 'object' && body !== null && 'pipe' in body;
  if (!isStream && !Array.isArray(body))
    return refuse('validation-failed', 'Send a JSON array, or NDJSON with its content type.');
  if (Array.isArray(body) && body.length > ARRAY_ROWS_MAX)
    return refuse('body-too-large', `An array may hold ${ARRAY_ROWS_MAX} orders; stream NDJSON.`);
  const rows = isStream ? rowsOfStream(body as Readable) : rowsOfArray(body as unknown[]);

  const { reply } = call;
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'x-request-id': call.request.id,
  });
  const underWay: Promise<string>[] = [];
  let number = 0;
  for await (const row of rows) {
    if (reply.raw.destroyed) break;
    number += 1;
    await queue.roomForStream();
    underWay.push(captureRow(queue, call, row, number));
    if (underWay.length >= WINDOW) await sendFirst(reply, underWay);
  }
  while (underWay.length > 0 && !reply.raw.destroyed) await sendFirst(reply, underWay);
  await Promise.allSettled(underWay);
  reply.raw.end();
  return undefined;
}

async function captureRow(
  queue: CaptureQueue,
  call: BulkCall,
  row: Row,
  number: number,
): Promise<string> {
  const problem = (refusal: Refusal, errors?: ReturnType<typeof fieldErrors>) => {
    const told = problemOf(refusal, call.request.id, errors);
    return JSON.stringify({ row: number, status: told.status, problem: told });
  };
  if ('unreadable' in row) return problem(refuse('body-not-json', row.unreadable));
  if (!validate(row.order))
    return problem(
      refuse('validation-failed', 'The order is not as expected.'),
      fieldErrors(validate),
    );
  const key = call.idempotencyKey;
  try {
    const outcome = await queue.capture(
      call.principal.tenant,
      call.principal.actor,
      row.order as CaptureOrderRequest,
      key === null
        ? null
        : {
            key: `${key.key} row ${number}`,
            route: key.route,
            input: JSON.stringify(row.order),
          },
    );
    if (isRefusal(outcome)) return problem(outcome);
    const status = outcome.how === 'known' ? 200 : 201;
    return JSON.stringify({ row: number, status, order: outcome.answer });
  } catch {
    return problem(refuse('internal-error', 'This order failed for a reason on our side.'));
  }
}

async function sendFirst(reply: FastifyReply, underWay: Promise<string>[]): Promise<void> {
  const line = await underWay.shift();
  if (!reply.raw.write(`${line}\n`))
    await Promise.race([once(reply.raw, 'drain'), once(reply.raw, 'close')]);
}

async function* rowsOfArray(orders: readonly unknown[]): AsyncGenerator<Row> {
  for (const order of orders) yield { order };
}

async function* rowsOfStream(stream: Readable): AsyncGenerator<Row> {
  for await (const line of linesOf(stream, LINE_BYTES_MAX)) {
    if (line === null) yield { unreadable: `A line is over ${LINE_BYTES_MAX} bytes.` };
    else if (line.trim() !== '') yield readLine(line);
  }
}

function readLine(line: string): Row {
  try {
    return { order: JSON.parse(line) };
  } catch {
    return { unreadable: 'The line is not valid JSON.' };
  }
}
