// What may happen to orders on the whole road, from the buy button to the money given back, as
// commands that chance puts in a row. What makes no sense by then is refused, or recorded as found.

import { TRACKING_STATUSES } from '@doorstep/core/shipping/tracking.ts';
import fc from 'fast-check';

const which = fc.nat(20);
const units = fc.integer({ min: 1, max: 4 });
const place = fc.constantFrom('L1', 'L2', 'L3');
const line = fc.integer({ min: 1, max: 5 });
const sku = fc.constantFrom('A', 'B');

/** How somebody pays: words for the sandbox, or by hand. */
export const WAYS = [
  'ok',
  'ok',
  'ok',
  'lost',
  'busy_1',
  'later_20',
  'decline',
  'half',
  'more',
  'decline-capture',
  'decline-refund',
  'decline-void',
  'manual',
  'received',
] as const;
const way = fc.constantFrom(...WAYS);

const does = <Name extends string, Model extends object>(
  name: Name,
  model: { [Key in keyof Model]: fc.Arbitrary<Model[Key]> },
): fc.Arbitrary<{ readonly does: Name } & Model> =>
  fc.record({ does: fc.constant(name), ...model }) as never;

const buying = does('buy', {
  units: fc.dictionary(fc.constantFrom('A', 'B', 'KIT', 'UNKNOWN'), units, { minKeys: 1 }),
  channel: fc.constantFrom('web', 'now', 'hasty'),
  ways: fc.array(way, { maxLength: 2 }),
  shippingMinor: fc.constantFrom(0, 490),
  splits: fc.boolean(),
});

const ofMoney = fc.oneof(
  does('pay', { which, way }),
  does('receipt', { which, amountMinor: fc.option(fc.integer({ min: 1, max: 3000 })) }),
  does('result', { which, isDone: fc.boolean() }),
  does('fact', {
    which,
    kind: fc.constantFrom('authorized', 'captured', 'refunded', 'voided'),
    amountMinor: fc.integer({ min: 1, max: 2500 }),
    reference: fc.nat(3),
  }),
  does('retry', { which }),
  does('grant', { which, amountMinor: fc.integer({ min: 1, max: 2500 }) }),
);

const ofFloor = fc.oneof(
  does('release', { which }),
  does('release', { which }),
  does('pickAll', { which }),
  does('pick', { which, line, picked: fc.nat(4), short: fc.constantFrom(0, 0, 0, 1, 2) }),
  does('pack', { which, line: fc.option(line), units }),
  does('pack', { which, line: fc.constant(null), units }),
  does('ship', { which, place: fc.option(place, { freq: 1 }) }),
  does('record', { which, line: fc.option(line), units, place }),
  does('tell', { which, status: fc.constantFrom('delivered', ...TRACKING_STATUSES) }),
);

const ofOrders = fc.oneof(
  does('cancel', { which, line: fc.option(line), units }),
  does('hold', {
    which,
    blocks: fc.constantFrom('release', 'payment', 'edit'),
    lapses: fc.boolean(),
  }),
  does('unhold', { which }),
  does('source', { which }),
);

const isRefunded = fc.boolean();
const as = fc.oneof(
  line.map((number) => ({ line: number })),
  sku.map((code) => ({ sku: code })),
  fc.constant({ label: 'a shoe' }),
);
const disposition = fc.constantFrom('restock', 'restock', 'quality-control', 'damaged', 'discard');

const ofReturns = fc.oneof(
  does('askBack', { which, line, units }),
  does('takeBack', { which, as, units, disposition, isRefunded }),
  does('arrive', { which, as, units, disposition, isRefunded }),
  does('giveBack', { which, withShipping: fc.boolean() }),
  does('callOff', { which }),
);

const ofStock = fc.oneof(
  does('receive', { sku, units, place }),
  does('count', { sku, units: fc.nat(9), place }),
);

/** The providers answer, and what is due is done, as the worker sees to all the time. */
const ofItself = fc.oneof(does('providers', {}), does('pass', { minutes: fc.constantFrom(1, 11) }));

const onward = does('forward', { which: fc.nat(3) });

const anything = fc.oneof(
  { weight: 12, arbitrary: onward },
  { weight: 2, arbitrary: buying },
  { weight: 3, arbitrary: ofMoney },
  { weight: 8, arbitrary: ofFloor },
  { weight: 2, arbitrary: ofOrders },
  { weight: 4, arbitrary: ofReturns },
  { weight: 1, arbitrary: ofStock },
  { weight: 4, arbitrary: ofItself },
);
export type Command = typeof anything extends fc.Arbitrary<infer One> ? One : never;
export type Doing<Name extends Command['does']> = Extract<Command, { does: Name }>;

/** What is told twice under one key, at once, happens once. */
const told = fc.record({
  command: anything,
  twice: fc.constantFrom(false, false, false, false, true),
});
export type Told = typeof told extends fc.Arbitrary<infer One> ? One : never;

/** Steps of a life; what stands in one step happens at once. */
export const lives: fc.Arbitrary<readonly Told[][]> = fc.array(
  fc.array(told, { minLength: 1, maxLength: 3 }),
  { minLength: 8, maxLength: 30 },
);
