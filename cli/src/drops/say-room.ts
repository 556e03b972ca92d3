// What happens in a drop, in words.

import type { FiguresAnswer, HoldAnswer, PlaceAnswer } from '@doorstep/contract/drop-room.ts';
import { colors, hint, moment, say, sayTable, status } from '../print.ts';

export function sayFigures(figures: FiguresAnswer): void {
  const percent = Math.round(figures.sellThrough * 1000) / 10;
  say(`${status(figures.status)}, ${percent} % sold`);
  sayTable(
    ['in the pool', 'held', 'sold', 'pre-ordered', 'waiting'],
    [[figures.pooled, figures.held, figures.sold, figures.preordered, figures.waiting]],
  );
  if (figures.minutes.length === 0) return;
  say();
  sayTable(
    ['minute', 'orders', 'units', 'pre-ordered'],
    figures.minutes.map((one) => [moment(one.minute), one.orders, one.sold, one.preordered]),
  );
}

export function sayHold(hold: HoldAnswer): void {
  const units = hold.lines.map(({ sku, quantity }) => `${quantity} ${sku}`).join(', ');
  say(`Holds ${units} until ${hold.expiresAt}  ${colors.dim(hold.id)}`);
}

export function sayPlace(place: PlaceAnswer): void {
  const { state, position, unitsAhead } = place;
  const where = position === null ? state : `number ${position}, ${unitsAhead} units ahead`;
  say(`Waits for ${place.quantity} ${place.sku}: ${where}  ${colors.dim(place.id)}`);
  if (place.offer !== null) sayHold(place.offer);
  else if (position !== null) hint(`Ask again: doorstep drops place ${place.drop} ${place.id}`);
}
