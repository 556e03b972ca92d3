// What was asked for line by line, and what came, piece by piece, as it was found.

import type { GetReturnAnswer } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { deskMessages } from './desk-messages.ts';
import { returnMessages } from './messages.ts';
import classes from './returns.module.css';

interface Props {
  readonly back: GetReturnAnswer;
}

export function ReturnLines({ back }: Props) {
  const say = useSay(deskMessages);
  const sayReturn = useSay(returnMessages);
  return (
    <section className={classes['section']} aria-label={say('lines')}>
      <h2>{say('lines')}</h2>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('sku')}</th>
            <th scope="col">{say('reason')}</th>
            {(['requested', 'received', 'refunded'] as const).map((name) => (
              <th key={name} scope="col" data-end>
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {back.lines.map(({ line, sku, reason, requested, received, refunded }) => (
            <tr key={line} data-testid="line">
              <th scope="row" translate="no">
                {sku}
              </th>
              <td>{reason === null ? '' : sayReturn(reason)}</td>
              <td data-end>{requested}</td>
              <td data-end>{received}</td>
              <td data-end>{refunded}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ReturnItems({ back }: Props) {
  const say = useSay(deskMessages);
  const formats = useFormats();
  return (
    <section className={classes['section']} aria-label={say('items')}>
      <h2>{say('items')}</h2>
      {back.items.length === 0 && <p className={classes['soft']}>{say('noItems')}</p>}
      <ul className={classes['items']}>
        {back.items.map((item) => (
          <li key={item.id} data-testid="item">
            <span translate="no">
              {item.quantity} × <strong>{item.sku ?? item.label}</strong>
            </span>
            <span>{say(item.disposition)}</span>
            <span className={classes['soft']}>
              <span translate="no">{item.location}</span> ·{' '}
              {say('by', {
                name: back.names[item.receivedBy] ?? item.receivedBy,
                time: formats.time(item.receivedAt),
              })}
            </span>
            {item.note !== null && <span translate="no">{item.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
