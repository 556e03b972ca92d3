// A status in a row of the list: a plain element, for there are hundreds of them.

import { useSay } from '../language/say.ts';
import classes from './order-list.module.css';
import { isStatusKey, statusMessages } from './status-messages.ts';

const WAITS = new Set(['pending', 'on-hold', 'unpromised', 'backordered', 'partially-paid']);
const DONE = new Set(['completed', 'paid', 'delivered', 'fulfilled']);
const MOVES = new Set(['in-progress', 'partially-fulfilled', 'authorized', 'open']);

export function OrderBadge({ value }: { readonly value: string }) {
  const say = useSay(statusMessages);
  if (value === 'none') return <span className={classes['nothing']}>–</span>;
  const tone = WAITS.has(value)
    ? 'waits'
    : DONE.has(value)
      ? 'done'
      : MOVES.has(value)
        ? 'moves'
        : 'rests';
  return (
    <span className={classes['badge']} data-tone={tone}>
      {isStatusKey(value) ? say(value) : value}
    </span>
  );
}
