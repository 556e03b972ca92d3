// A drop in words.

import type { DropAnswer } from '@doorstep/contract/drops.ts';
import { colors, hint, moment, say, sayTable, status } from '../print.ts';

export function sayDrop(drop: DropAnswer): void {
  say(`${colors.bold(drop.name)}  ${status(drop.status)}  ${colors.dim(drop.id)}`);
  const limit =
    drop.limitPerBuyer === null ? 'no limit per buyer' : `at most ${drop.limitPerBuyer} a buyer`;
  say(`From ${moment(drop.startsAt)} to ${moment(drop.endsAt)}, ${limit}`);
  say();
  sayTable(
    ['SKU', 'set apart', 'in the pool', 'held', 'sold', 'pre-ordered', 'waiting', 'given back'],
    drop.items.map((item) => [
      item.sku,
      item.setApart,
      item.pooled,
      item.held,
      item.sold,
      item.preordered,
      item.waiting,
      item.released,
    ]),
  );
  if (drop.status === 'running') hint(`Watch it: doorstep drops figures ${drop.id}`);
}
