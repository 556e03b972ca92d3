// doorstep replay: orders of the past, or of a file, through the live path once more: capture,
// stock, payment and all that follows. To see how a shop would bear its best day.

import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ExportedOrder } from '@doorstep/contract/export-forms.ts';
import { exportOrders } from '@doorstep/contract/exports.ts';
import type { CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import { type ReplayOptions, replayedOrder } from '@doorstep/contract/replayed-order.ts';
import type { Command } from 'commander';
import { errorOf, headersOf, reach, urlOf } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { type Connection, readConnection } from '../config.ts';
import { openInput } from '../open-input.ts';
import { given, type JsonOption, positiveNumber, verb } from '../options.ts';
import { type BulkOutcome, sendOrders } from '../orders/send-orders.ts';
import { colors, counted, say, sayJson } from '../print.ts';
import { progress } from '../progress.ts';
import { paced, speedOf, type Timed } from './pace.ts';

interface Options extends JsonOption {
  readonly speed: number;
  readonly channel?: string;
  readonly placedFrom?: string;
  readonly placedTo?: string;
  readonly into?: string;
  readonly payment?: string;
  readonly run: string;
  readonly limit?: number;
}

/** An order of the past, and what buys it again; undefined where it has no line to sell. */
interface Replayed extends Timed {
  readonly request: CaptureOrderRequest | undefined;
}

export function replayCommand(parent: Command): void {
  verb(parent, 'replay [file]', 'send orders of the past through the live path once more')
    .option(
      '--speed <times>',
      'so many times as fast as they came then, or max',
      speedOf,
      speedOf('max'),
    )
    .option('--channel <code>', 'imported orders of this channel')
    .option('--placed-from <time>', 'placed at this time or later')
    .option('--placed-to <time>', 'placed before this time')
    .option('--into <channel>', 'the channel the new orders come from')
    .option('--payment <provider:token>', 'how they are paid, such as sandbox:tok_ok')
    .option(
      '--run <name>',
      'names this replay: under the same name no order is sent twice',
      `replay ${new Date().toISOString().slice(0, 19)}`,
    )
    .option('--limit <number>', 'no more orders than that', positiveNumber)
    .addHelpText(
      'after',
      '\nWithout a file it takes the imported orders of the server; a file is what doorstep export orders wrote as NDJSON.',
    )
    .action(replay);
}

async function replay(file: string | undefined, options: Options): Promise<void> {
  const connection = await readConnection();
  const orders = paced(sourceOf(connection, file, options), options.speed);
  const counts = { created: 0, known: 0, refused: 0 };
  const begun = Date.now();
  const shown = progress();
  for await (const line of sendOrders(connection, Readable.from(requests(orders, options)))) {
    const outcome = JSON.parse(line) as BulkOutcome;
    if ('problem' in outcome) {
      counts.refused += 1;
      if (!options.json) process.stderr.write(`row ${outcome.row}: ${outcome.problem.detail}\n`);
    } else counts[outcome.status === 200 ? 'known' : 'created'] += 1;
    shown.tell(`${counts.created + counts.known} orders, ${counts.refused} refused …`);
  }
  shown.end();
  if (counts.refused > 0) process.exitCode = 1;
  const seconds = (Date.now() - begun) / 1000;
  if (options.json) return sayJson({ run: options.run, ...counts, seconds });
  const { created, known, refused } = counts;
  say(`${counted(created, 'order')} captured, ${known} known before, ${refused} refused`);
  say(
    colors.dim(
      `${(created / Math.max(seconds, 0.001)).toFixed(0)} orders a second, as "${options.run}"`,
    ),
  );
}

async function* requests(
  orders: AsyncIterable<Replayed>,
  { limit = Number.POSITIVE_INFINITY }: Options,
): AsyncGenerator<string> {
  let sent = 0;
  for await (const { request } of orders) {
    if (sent >= limit) return;
    if (request === undefined) continue;
    sent += 1;
    yield `${JSON.stringify(request)}\n`;
  }
}

async function* sourceOf(
  connection: Connection,
  file: string | undefined,
  options: Options,
): AsyncGenerator<Replayed> {
  const input = file === undefined ? await exported(connection, options) : openInput(file);
  const again = replaying(options);
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') yield parsed(line, number, again);
  }
}

function replaying({ into, payment, run }: Options): ReplayOptions {
  const [provider = '', token] = payment?.split(':') ?? [];
  const paid = provider === '' ? undefined : { provider, ...given({ token }) };
  return { channel: into, run, payment: paid };
}

function parsed(line: string, number: number, again: ReplayOptions): Replayed {
  try {
    const order = JSON.parse(line) as ExportedOrder;
    if (typeof order.placedAt === 'string')
      return { placedAt: order.placedAt, request: replayedOrder(order, again) };
  } catch {
    // Told below, like a line that is JSON of something else.
  }
  throw new CommandError({
    what: `Line ${number} is no exported order.`,
    remedy: 'Give a file that doorstep export orders wrote as NDJSON.',
    exitCode: 2,
  });
}

async function exported(
  connection: Connection,
  { channel, placedFrom, placedTo }: Options,
): Promise<Readable> {
  const query = given({ origin: 'imported' as const, channel, placedFrom, placedTo });
  const url = urlOf(connection, exportOrders, { query });
  const headers = headersOf(connection, exportOrders);
  const response = await reach(connection, () => fetch(url, { headers }));
  if (!response.ok || response.body === null) throw errorOf(response.status, await response.text());
  return Readable.fromWeb(response.body as never);
}
