// The payments of an order and their ledger: what happened, and what is asked for.

import type { GetOrderPaymentsAnswer } from '@doorstep/sdk';
import { Alert, Text } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import { OrderSection } from './order-section.tsx';
import { StatusBadge } from './status-badge.tsx';
import { statusMessages } from './status-messages.ts';

export function OrderMoney({ money }: { readonly money: GetOrderPaymentsAnswer }) {
  const say = useSay(orderDetailMessages);
  const { account } = money;
  return (
    <OrderSection
      title={say('money')}
      action={account !== null && <StatusBadge status={account.status} />}
    >
      {account === null && (
        <Text c="dimmed" size="sm">
          {say('notPaidHere')}
        </Text>
      )}
      {money.payments.map((payment) => (
        <PaymentRow key={payment.id} payment={payment} />
      ))}
      <Ledger money={money} />
    </OrderSection>
  );
}

function PaymentRow({ payment }: { readonly payment: GetOrderPaymentsAnswer['payments'][number] }) {
  const say = useSay(orderDetailMessages);
  const sayStatus = useSay(statusMessages);
  const formats = useFormats();
  const amounts = [
    ['authorized', payment.authorizedMinor - payment.voidedMinor],
    ['capturedMoney', payment.capturedMinor],
    ['refundedMoney', payment.refundedMinor],
  ] as const;
  return (
    <>
      <div className={classes['row']}>
        <strong translate="no">{payment.provider}</strong>
        <span>{formats.money(payment.amountMinor, payment.currency)}</span>
        {amounts
          .filter(([, amountMinor]) => amountMinor > 0)
          .map(([label, amountMinor]) => (
            <span key={label} className={classes['small']}>
              <span className={classes['soft']}>{say(label)}</span>{' '}
              {formats.money(amountMinor, payment.currency)}
            </span>
          ))}
      </div>
      {payment.blocked.length > 0 && (
        <Alert color="red" variant="light" p="xs">
          {say('blocked', { kinds: payment.blocked.map((kind) => sayStatus(kind)).join(', ') })}
        </Alert>
      )}
    </>
  );
}

function Ledger({ money }: { readonly money: GetOrderPaymentsAnswer }) {
  const say = useSay(orderDetailMessages);
  const sayStatus = useSay(statusMessages);
  const formats = useFormats();
  const currency = money.account?.currency;
  if (currency === undefined || money.ledger.length + money.intents.length === 0) return null;
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{say('when')}</th>
          <th scope="col" data-start>
            {say('what')}
          </th>
          <th scope="col" data-start>
            {say('reference')}
          </th>
          <th scope="col">{say('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {money.ledger.map((entry) => (
          <tr key={entry.id}>
            <td>{formats.time(entry.occurredAt)}</td>
            <td data-start>{sayStatus(entry.kind)}</td>
            <td data-start translate="no">
              {entry.reference}
            </td>
            <td>{formats.money(entry.amountMinor, currency)}</td>
          </tr>
        ))}
        {money.intents.map((intent) => (
          <tr key={intent.id}>
            <td>{formats.time(intent.createdAt)}</td>
            <td data-start>{say('asked', { kind: sayStatus(intent.kind) })}</td>
            <td data-start className={classes['soft']}>
              {intent.state === 'by-hand' ? (
                say('byHand')
              ) : (
                <span translate="no">{intent.failureCode}</span>
              )}
            </td>
            <td>{formats.money(intent.amountMinor, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
