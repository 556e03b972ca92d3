// Where a customer's orders went, what was noted on them, and what else the customer is known by.

import type { Customer, ReadCustomerContactsAnswer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { AddressLines } from '../orders/address-lines.tsx';
import classes from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { customerMessages } from './messages.ts';

export function ContactSections({ customer }: { readonly customer: Customer }) {
  const { api } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['customers', customer.id, 'contacts'],
    queryFn: ({ signal }) => api.readCustomerContacts({ customer: customer.id }, { signal }),
  });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {data !== undefined && data.alsoKnownAs.length > 0 && <Aliases contacts={data} />}
      <Addresses contacts={data} />
      <Notes contacts={data} />
    </>
  );
}

interface ContactsProps {
  readonly contacts: ReadCustomerContactsAnswer | undefined;
}

function Aliases({ contacts }: ContactsProps) {
  const say = useSay(customerMessages);
  return (
    <Section title={say('alsoKnownAs')}>
      {contacts?.alsoKnownAs.map(({ customer, name, email, phone, externalId }) => (
        <div key={customer} className={classes['item']} translate="no" data-testid="alias">
          {[name, email, phone, externalId].filter((part) => part !== null).join(' · ')}
        </div>
      ))}
    </Section>
  );
}

const ADDRESSES_SHOWN = 4;

function Addresses({ contacts }: ContactsProps) {
  const say = useSay(customerMessages);
  const formats = useFormats();
  const [isWhole, setIsWhole] = useState(false);
  const all = contacts?.addresses ?? [];
  return (
    <Section title={say('addresses')}>
      {contacts?.addresses.length === 0 && <p className={classes['soft']}>{say('noAddresses')}</p>}
      {all
        .slice(0, isWhole ? undefined : ADDRESSES_SHOWN)
        .map(({ kind, address, orders, lastUsedAt }) => (
          <div
            key={`${kind} ${JSON.stringify(address)}`}
            className={classes['item']}
            data-testid="address"
          >
            <div className={classes['soft']}>
              {say(kind)} · {say('usedFor', { count: orders, day: formats.day(lastUsedAt) })}
            </div>
            <AddressLines address={address} />
          </div>
        ))}
      {!isWhole && all.length > ADDRESSES_SHOWN && (
        <Button variant="subtle" size="compact-md" onClick={() => setIsWhole(true)}>
          {say('moreAddresses', { count: all.length - ADDRESSES_SHOWN })}
        </Button>
      )}
    </Section>
  );
}

function Notes({ contacts }: ContactsProps) {
  const say = useSay(customerMessages);
  const formats = useFormats();
  return (
    <Section title={say('notes')}>
      {contacts?.notes.length === 0 && <p className={classes['soft']}>{say('noNotes')}</p>}
      {contacts?.notes.map(({ id, number, text, author, createdAt }) => (
        <div key={id} className={classes['item']} data-testid="note">
          <div className={classes['soft']}>
            <Link to={`/orders/${number}`} translate="no">
              {number}
            </Link>{' '}
            · <span translate="no">{contacts.names[author] ?? author}</span> ·{' '}
            {formats.relative(createdAt)}
          </div>
          <div translate="no">{text}</div>
        </div>
      ))}
    </Section>
  );
}
