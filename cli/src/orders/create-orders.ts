// doorstep orders create: one order, or as many as a file or a pipe holds.

import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { captureOrder } from '@doorstep/contract/order-capture.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { openInput } from '../open-input.ts';
import { type JsonOption, verb } from '../options.ts';
import { colors, hint, money, say, sayJson } from '../print.ts';
import { progress } from '../progress.ts';
import { type BulkOutcome, sendOrders } from './send-orders.ts';

interface Options extends JsonOption {
  readonly ndjson?: boolean;
  readonly idempotencyKey?: string;
}

type NewOrder = BodyOf<typeof captureOrder>;

export function createOrdersCommand(orders: Command): void {
  verb(orders, 'create <file>', 'create orders from a file, or from - (what is piped in)')
    .option('--ndjson', 'one order per line, streamed: for files of any length')
    .option('--idempotency-key <key>', 'send the same file again with it, and nothing doubles')
    .addHelpText('after', '\nThe file is JSON (one order, or an array) or NDJSON.')
    .action(async (file: string, options: Options) => {
      const input = openInput(file);
      if (options.ndjson || /\.(ndjson|jsonl)$/.test(file)) return createMany(input, options);
      const content = await text(input);
      const parsed = parse(content);
      if (parsed === undefined) return createMany(Readable.from([content]), options);
      if (!Array.isArray(parsed)) return createOne(parsed as NewOrder, options);
      return createMany(
        Readable.from(parsed.map((order) => `${JSON.stringify(order)}\n`)),
        options,
      );
    });
}

/** undefined: not one JSON document, so perhaps one per line. */
function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

async function createOne(body: NewOrder, { json, idempotencyKey }: Options): Promise<void> {
  const key = idempotencyKey === undefined ? {} : { idempotencyKey };
  const order = await callApi(await readConnection(), captureOrder, { body, ...key });
  if (json) return sayJson(order);
  say(
    `Order ${colors.bold(order.number)}  ${money(order.totals.totalMinor, order.totals.currency)}`,
  );
  for (const { line, quantity, location } of order.reservations) {
    const sku = order.lines.find((one) => one.number === line)?.sku ?? '';
    say(`  line ${line}: ${quantity} of ${sku} reserved at ${location}`);
  }
  for (const line of order.lines.filter((one) => one.backordered + one.unpromised > 0))
    say(`  line ${line.number}: ${line.backordered + line.unpromised} of ${line.sku} must wait`);
  say(colors.dim(order.id));
  if (order.reservations.length > 0) hint(`Release it: doorstep orders release ${order.number}`);
}

/** Tells refused rows as they come, and the sum at the end. */
async function createMany(lines: Readable, { json, idempotencyKey }: Options): Promise<void> {
  const counts = { created: 0, known: 0, refused: 0 };
  const connection = await readConnection();
  const shown = progress();
  for await (const line of sendOrders(connection, lines, idempotencyKey)) {
    if (json) say(line);
    shown.tell(`${counts.created + counts.known + counts.refused} orders …`);
    const outcome = JSON.parse(line) as BulkOutcome;
    if ('problem' in outcome) {
      counts.refused += 1;
      shown.end();
      process.stderr.write(`row ${outcome.row}: ${outcome.problem.detail}\n`);
    } else counts[outcome.status === 200 ? 'known' : 'created'] += 1;
  }
  shown.end();
  if (!json)
    say(`${counts.created} created, ${counts.known} known before, ${counts.refused} refused`);
  if (counts.refused > 0) process.exitCode = 1;
}
