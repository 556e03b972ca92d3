// Buyers send things back: most ask first, some do not, a few send something else. And carriers
// bring back what they could not deliver.

import type { Parcel } from './couriers.ts';
import { between, type Day, happens, inMinutes, oneOf } from './day.ts';

const RETURNED_SHARE = 0.08;
const UNANNOUNCED_SHARE = 0.15;
const DAMAGED_SHARE = 0.15;
const WRONG_ITEM_SHARE = 0.04;
/** Where returns go. */
const DESK = 'LEJ-1';
const REASONS = ['changed-mind', 'damaged', 'not-as-described', 'wrong-item'];

interface Line {
  readonly number: number;
  readonly kind: string;
  readonly delivered: number;
  readonly returned: number;
}

/** Called when a parcel of an order was delivered. */
export function maybeReturn(day: Day, order: string): void {
  if (!happens(day, RETURNED_SHARE)) return;
  inMinutes(day, between(day, 120, 1440), () => sendBack(day, order));
}

/** Called when the carrier brought a parcel back: what is in it goes on the shelf again. */
export function receiveUndelivered(day: Day, { parcel, order }: Parcel): void {
  inMinutes(day, between(day, 30, 600), async () => {
    const { body } = await day.call('GET', `/v1/parcels/${parcel}`);
    const lines = body.lines as { line: number; quantity: number; canceled: number }[];
    const items = lines
      .map(({ line, quantity, canceled }) => ({ line, quantity: quantity - canceled }))
      .filter(({ quantity }) => quantity > 0)
      .map((item) => ({ ...item, condition: 'sellable', disposition: 'restock' }));
    if (items.length === 0) return;
    const receipt = { location: DESK, items, refund: true };
    await day.call('POST', '/v1/return-receipts', { ...receipt, order });
  });
}

async function sendBack(day: Day, order: string): Promise<void> {
  const { body } = await day.call('GET', `/v1/orders/${order}`);
  const lines = (body.lines as Line[]).filter(
    (line) => line.kind !== 'kit' && line.delivered > line.returned,
  );
  if (lines.length === 0) return;
  const line = oneOf(day, lines);
  const asked = happens(day, UNANNOUNCED_SHARE) ? null : await ask(day, order, line.number);
  inMinutes(day, between(day, 600, 2880), () => receive(day, order, asked, line.number));
}

async function ask(day: Day, order: string, line: number): Promise<string | null> {
  const { status, body } = await day.call('POST', `/v1/orders/${order}/returns`, {
    location: DESK,
    lines: [{ line, quantity: 1, reason: oneOf(day, REASONS) }],
  });
  return status < 400 ? body.id : null;
}

async function receive(day: Day, order: string, asked: string | null, line: number): Promise<void> {
  const isDamaged = happens(day, DAMAGED_SHARE);
  const items: object[] = [
    {
      line,
      quantity: 1,
      condition: isDamaged ? 'damaged' : 'sellable',
      disposition: isDamaged ? 'damaged' : 'restock',
    },
  ];
  if (happens(day, WRONG_ITEM_SHARE))
    items.push({
      label: 'a single sock',
      quantity: 1,
      condition: 'unknown',
      disposition: 'discard',
    });
  const receipt = { location: DESK, items, refund: true };
  if (asked === null) await day.call('POST', '/v1/return-receipts', { ...receipt, order });
  else await day.call('POST', `/v1/returns/${asked}/receipts`, receipt);
}
