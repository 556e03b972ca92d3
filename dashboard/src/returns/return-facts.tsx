// What is known of a return besides its lines.

import type { GetReturnAnswer } from '@doorstep/sdk';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { deskMessages } from './desk-messages.ts';
import { returnMessages } from './messages.ts';
import classes from './returns.module.css';

export function ReturnFacts({ back }: { readonly back: GetReturnAnswer }) {
  const say = useSay(deskMessages);
  const sayReturn = useSay(returnMessages);
  const formats = useFormats();
  const by = (actor: string, time: string) =>
    say('by', { name: back.names[actor] ?? actor, time: formats.time(time) });
  return (
    <section className={classes['section']} aria-label={say('facts')}>
      <h2>{say('facts')}</h2>
      <dl className={classes['facts']}>
        <Fact name={say('order')}>
          {back.orderNumber === null ? (
            say('withoutOrder')
          ) : (
            <Link to={`/orders/${back.orderNumber}`} translate="no">
              {back.orderNumber}
            </Link>
          )}
        </Fact>
        <Fact name={say('wish')}>{sayReturn(back.wish)}</Fact>
        <Fact name={say('askedBy')}>{by(back.createdBy, back.createdAt)}</Fact>
        {back.decidedBy !== null && back.decidedAt !== null && (
          <Fact name={say('decided')}>{by(back.decidedBy, back.decidedAt)}</Fact>
        )}
        {back.declineNote !== null && <Data name={say('told')} value={back.declineNote} />}
        {back.location !== null && <Data name={say('location')} value={back.location} />}
        {back.trackingNumber !== null && (
          <Data name={say('tracking')} value={back.trackingNumber} />
        )}
        {back.note !== null && <Data name={say('note')} value={back.note} />}
        {back.currency !== null && back.grantedMinor > 0 && (
          <Fact name={say('granted')}>{formats.money(back.grantedMinor, back.currency)}</Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Data({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Fact name={name}>
      <span translate="no">{value}</span>
    </Fact>
  );
}
