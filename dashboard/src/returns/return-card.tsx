// A return in the list of a phone.

import type { ListReturnsItem } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { returnMessages } from './messages.ts';
import { ReturnState } from './return-state.tsx';
import classes from './returns.module.css';

export function ReturnCard({ row }: { readonly row: ListReturnsItem }) {
  const say = useSay(returnMessages);
  const formats = useFormats();
  return (
    <div className={classes['rowCard']}>
      <strong translate="no">{row.number}</strong>
      <ReturnState of={row} />
      <span translate="no">{row.orderNumber}</span>
      <span>{say('came', { received: row.received, requested: row.requested })}</span>
      <span className={classes['soft']}>{formats.time(row.createdAt)}</span>
    </div>
  );
}
