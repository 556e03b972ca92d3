// docs/lifecycle.md: the places a unit can be in, and the statuses derived from their counts.

import {
  fulfillmentStatus,
  type OrderCounts,
  orderStatus,
  returnStatus,
  stockStatus,
} from '../../core/orders/order-status.ts';
import { HOLD_REASONS } from '../../core/settings/reason.ts';
import { GENERATED, paragraphs, table } from './markdown.ts';

const PICTURE = `\`\`\`mermaid
stateDiagram-v2
  direction LR
  [*] --> unpromised: SKU not in the catalog
  [*] --> backordered: stock is short, and may be
  [*] --> reserved: stock promised at a location
  backordered --> reserved: stock came
  unpromised --> canceled
  backordered --> canceled
  reserved --> canceled: the stock is free again
  reserved --> allocated: released to its location
  allocated --> picked
  picked --> packed
  packed --> shipped: the parcel left
  allocated --> unpromised: not on its shelf
  unpromised --> reserved: found elsewhere
  allocated --> canceled
  picked --> canceled: to be put back
  packed --> canceled: to be put back
  shipped --> [*]
  canceled --> [*]
\`\`\``;

/** Orders of three units, each a case worth showing. */
const CASES: readonly { readonly words: string; readonly counts: Partial<OrderCounts> }[] = [
  { words: 'all promised', counts: {} },
  { words: 'all promised, one hold', counts: { openHolds: 1 } },
  { words: 'one backordered', counts: { backordered: 1 } },
  { words: 'one of a SKU we do not know', counts: { unpromised: 1 } },
  { words: 'one canceled', counts: { canceled: 1 } },
  { words: 'one at work in a location', counts: { inWork: 1 } },
  { words: 'one shipped', counts: { shipped: 1 } },
  { words: 'one canceled, two shipped', counts: { canceled: 1, shipped: 2 } },
  { words: 'all shipped', counts: { shipped: 3 } },
  { words: 'all shipped, two delivered', counts: { shipped: 3, delivered: 2 } },
  { words: 'all delivered', counts: { shipped: 3, delivered: 3 } },
  { words: 'all delivered, one returned', counts: { shipped: 3, delivered: 3, returned: 1 } },
  { words: 'all returned', counts: { shipped: 3, delivered: 3, returned: 3 } },
  { words: 'all canceled', counts: { canceled: 3 } },
  {
    words: 'all canceled, one left all the same',
    counts: { canceled: 3, shipped: 1, overshipped: 1 },
  },
];

const NOTHING: OrderCounts = {
  ordered: 3,
  canceled: 0,
  unpromised: 0,
  backordered: 0,
  inWork: 0,
  shipped: 0,
  delivered: 0,
  returned: 0,
  overshipped: 0,
  openHolds: 0,
};

export function lifecycleDocument(): string {
  return paragraphs(
    GENERATED,
    '# The life of an order',
    'Facts are counted, status is derived. Every unit of an order line is in exactly one place; ' +
      'the line keeps how many are in each. Nobody writes a status: it follows from the counts, ' +
      'in `core/orders/order-status.ts` and in generated columns of the table `orders`.',
    '## Where a unit can be',
    PICTURE,
    'From `allocated` to `packed` a location is at work: the units belong to a fulfillment order, ' +
      'and each can still be canceled. `delivered` and `returned` count units that have shipped ' +
      'and are not places. A unit that left although it was not open any more is counted as ' +
      '`overshipped`, beside being shipped: a fact is never refused, the difference is shown.',
    '## Statuses',
    table(
      ['status', 'when'],
      [
        ['`canceled`', 'every unit is canceled'],
        ['`completed`', 'every unit is canceled or shipped'],
        ['`on-hold`', 'a hold stands'],
        ['`open`', 'anything else'],
      ],
    ),
    'The first that fits, from the top. `fulfillmentStatus` says how far the shipping is, ' +
      '`stockStatus` the worst promise among the open units, `returnStatus` how much came back.',
    '## An order of three units',
    table(
      ['case', 'status', 'fulfillmentStatus', 'stockStatus', 'returnStatus'],
      CASES.map(({ words, counts }) => {
        const all = { ...NOTHING, ...counts };
        const derived = [
          orderStatus(all),
          fulfillmentStatus(all),
          stockStatus(all),
          returnStatus(all),
        ];
        return [words, ...derived.map((word) => `\`${word}\``)];
      }),
    ),
    '## Holds',
    'A hold is a named stop on an order or a line. Many may stand at once; the order is `on-hold` ' +
      'until all are released or have lapsed. Reasons: ' +
      `${HOLD_REASONS.map((reason) => `\`${reason}\``).join(', ')}.`,
  );
}
