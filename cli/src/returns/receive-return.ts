// doorstep returns receive: what came back, announced or not.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import { getReturn, receiveReturn, receiveUnannounced } from '@doorstep/contract/returns.ts';
import { CONDITIONS, DISPOSITIONS } from '@doorstep/core/returns/return.ts';
import { type Command, Option } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { readConnection } from '../config.ts';
import { type LineOptions, lineOptions, linesAsked, unitsOf } from '../lines.ts';
import { collect, given, type JsonOption, verb } from '../options.ts';
import { sayReceipt } from './say-return.ts';

type Body = BodyOf<typeof receiveReturn>;
type Item = Body['items'][number];

interface Options extends JsonOption, LineOptions {
  readonly order?: string;
  readonly location: string;
  readonly sku?: readonly string[];
  readonly condition: Item['condition'];
  readonly disposition?: Item['disposition'];
  readonly tracking?: string;
  readonly refund?: boolean;
  readonly note?: string;
}

/** Where units of a condition are put when nobody says otherwise. */
const PUT: Readonly<Record<Item['condition'], Item['disposition']>> = {
  sellable: 'restock',
  damaged: 'damaged',
  unknown: 'quality-control',
};

export function receiveReturnCommand(returns: Command): void {
  const receive = verb(
    returns,
    'receive [return]',
    'record what came back; of a return, all that was asked for',
  )
    .requiredOption('--location <code>', 'where it came to')
    .option('--order <order>', 'without a return: of this order')
    .option('--sku <code:units>', 'a SKU that came; may be repeated', collect(String))
    .addOption(
      new Option('--condition <condition>', 'how it is').choices(CONDITIONS).default('sellable'),
    )
    .addOption(new Option('--disposition <where>', 'where it is put').choices(DISPOSITIONS))
    .option('--tracking <number>', 'of the parcel it came in')
    .option('--refund', 'refund what came at once')
    .option('--note <text>', 'in words');
  lineOptions(receive, 'this line, or so many units of it').action(
    async (id: string | undefined, { json, ...options }: Options) => {
      const { location, refund, tracking } = options;
      const items = await itemsOf(id, options);
      const body = { location, items, ...given({ refund, trackingNumber: tracking }) };
      if (id !== undefined)
        return answer(receiveReturn, { params: { return: id }, body }, { json }, sayReceipt);
      const unannounced = { ...body, ...given({ order: options.order }) };
      return answer(receiveUnannounced, { body: unannounced }, { json }, sayReceipt);
    },
  );
}

async function itemsOf(id: string | undefined, options: Options): Promise<Item[]> {
  const { condition, disposition = PUT[condition], note } = options;
  const shared = { condition, disposition, ...given({ note }) };
  const lines =
    id === undefined
      ? []
      : (await callApi(await readConnection(), getReturn, { params: { return: id } })).lines;
  const waiting = (line: (typeof lines)[number]) => line.requested - line.received;
  const named = linesAsked(options, unitsOf(lines, waiting)) ?? [];
  const skus = (options.sku ?? []).map(skuUnits);
  const asked = [...named, ...skus];
  const all = lines
    .filter((line) => waiting(line) > 0)
    .map((line) => ({ line: line.line, quantity: waiting(line) }));
  const items = asked.length > 0 ? asked : all;
  if (items.length > 0) return items.map((item) => ({ ...item, ...shared }));
  throw new CommandError({
    what: 'What came back?',
    remedy: 'Say --line 1:2 or --sku MUG:2.',
    exitCode: 2,
  });
}

function skuUnits(text: string): { sku: string; quantity: number } {
  const [, sku = text, units = '1'] = /^(.+):(\d+)$/.exec(text) ?? [];
  return { sku, quantity: Number(units) };
}
