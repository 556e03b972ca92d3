// Who bought it: what else they bought, where it goes, and where the order comes from.

import type { Order, SummarizeCustomerAnswer } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { AddressLines } from './address-lines.tsx';
import { CustomerLink } from './customer-link.tsx';
import classes from './order.module.css';
import { OrderSection } from './order-section.tsx';
import { orderSideMessages } from './order-side-messages.ts';

export function OrderCustomer({ order }: { readonly order: Order }) {
  const say = useSay(orderSideMessages);
  const { contact } = order;
  const summary = useCustomerSummary(order.customer);
  return (
    <OrderSection title={say('customer')}>
      <div translate="no">
        {contact.name !== null && <strong>{contact.name}</strong>}
        {contact.email !== null && (
          <div>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </div>
        )}
        {contact.phone !== null && (
          <div>
            <a href={`tel:${contact.phone}`}>{contact.phone}</a>
          </div>
        )}
      </div>
      {order.customer === null ? (
        <div className={classes['soft']}>{say('guest')}</div>
      ) : (
        summary !== undefined && <Bought summary={summary} order={order} />
      )}
      <CustomerLink order={order.id} />
    </OrderSection>
  );
}

function useCustomerSummary(customer: string | null): SummarizeCustomerAnswer | undefined {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['customers', customer, 'summary'],
    queryFn: ({ signal }) => api.summarizeCustomer({ customer: customer ?? '' }, { signal }),
    enabled: customer !== null,
  });
  return data;
}

interface BoughtProps {
  readonly summary: SummarizeCustomerAnswer;
  readonly order: Order;
}

function Bought({ summary, order }: BoughtProps) {
  const say = useSay(orderSideMessages);
  const formats = useFormats();
  const others = summary.open.filter(({ id }) => id !== order.id);
  return (
    <>
      <div className={classes['soft']}>
        {say('ordersCount', { count: summary.orders })}
        {summary.firstOrderAt !== null &&
          ` ${say('since', { day: formats.day(summary.firstOrderAt) })}`}
      </div>
      {summary.spent.map(({ currency, amountMinor }) => (
        <div key={currency} className={classes['soft']}>
          {say('spent', { amount: formats.money(amountMinor, currency) })}
        </div>
      ))}
      {others.length > 0 && (
        <>
          <div>{say('otherOpen')}</div>
          <ul className={classes['list']}>
            {others.map((other) => (
              <li key={other.id}>
                <Link to={`/orders/${other.number}`} translate="no">
                  {other.number}
                </Link>{' '}
                {formats.money(other.totalMinor, other.currency)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function OrderAddresses({ order }: { readonly order: Order }) {
  const say = useSay(orderSideMessages);
  const { shippingAddress, billingAddress } = order.contact;
  return (
    <>
      {shippingAddress !== null && (
        <OrderSection title={say('shipTo')}>
          <AddressLines address={shippingAddress} />
        </OrderSection>
      )}
      {billingAddress !== null && (
        <OrderSection title={say('billTo')}>
          <AddressLines address={billingAddress} />
        </OrderSection>
      )}
    </>
  );
}

export function OrderFacts({ order }: { readonly order: Order }) {
  const say = useSay(orderSideMessages);
  const formats = useFormats();
  const facts = [
    ['channel', order.channel],
    ['externalId', order.externalId],
    ['drop', order.drop?.name ?? null],
  ] as const;
  return (
    <OrderSection title={say('about')}>
      <div className={classes['pair']}>
        <span className={classes['soft']}>{say('placed')}</span>
        <span>{formats.time(order.placedAt)}</span>
      </div>
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <div key={label} className={classes['pair']}>
              <span className={classes['soft']}>{say(label)}</span>
              <span translate="no">{value}</span>
            </div>
          ),
      )}
    </OrderSection>
  );
}
