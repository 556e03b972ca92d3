// The payments of an order and their ledger: what happened, and what is asked for.

import type { GetOrderPaymentsAnswer, Order } from '@doorstep/sdk';
import { Alert, Button, Text } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { LedgerTable } from './ledger-table.tsx';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import { OrderDisputes } from './order-disputes.tsx';
import { orderMoneyMessages } from './order-money-messages.ts';
import { OrderSection } from './order-section.tsx';
import { PaymentClock } from './payment-clock.tsx';
import { paymentMessages } from './payment-messages.ts';
import { ProviderName } from './provider-name.tsx';
import { StatusBadge } from './status-badge.tsx';
import { statusMessages } from './status-messages.ts';
import { dueOf, missingOf } from './use-missing.ts';

export interface OrderMoneyProps {
  readonly order: Order;
  readonly money: GetOrderPaymentsAnswer;
  readonly onPayment: () => void;
}

export function OrderMoney({ order, money, onPayment }: OrderMoneyProps) {
  const say = useSay(orderDetailMessages);
  const sayPayment = useSay(paymentMessages);
  const { can } = useSession();
  const { account } = money;
  const mayAdd = can('payments:write') && missingOf(money, dueOf(order)) > 0;
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
        <PaymentRow
          key={payment.id}
          payment={payment}
          fees={feesOf(money, payment.id)}
          names={money.names}
        />
      ))}
      {mayAdd && (
        <div>
          <Button variant="default" size="xs" onClick={onPayment}>
            {sayPayment('open')}
          </Button>
        </div>
      )}
      <OrderDisputes money={money} />
      <LedgerTable money={money} />
    </OrderSection>
  );
}

type Payment = GetOrderPaymentsAnswer['payments'][number];
type Fee = NonNullable<GetOrderPaymentsAnswer['ledger'][number]['fee']>;

/** What the provider kept of a payment so far, by currency. */
function feesOf({ ledger }: GetOrderPaymentsAnswer, payment: string): readonly Fee[] {
  const sums = new Map<string, number>();
  for (const { payment: of, fee } of ledger)
    if (of === payment && fee !== null)
      sums.set(fee.currency, (sums.get(fee.currency) ?? 0) + fee.amountMinor);
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

interface PaymentRowProps {
  readonly payment: Payment;
  readonly fees: readonly Fee[];
  readonly names: GetOrderPaymentsAnswer['names'];
}

function PaymentRow({ payment, fees, names }: PaymentRowProps) {
  const say = useSay(orderDetailMessages);
  const sayMoney = useSay(orderMoneyMessages);
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
        <strong>
          <ProviderName provider={payment.provider} />
        </strong>
        <span>{formats.money(payment.amountMinor, payment.currency)}</span>
        <Conversion payment={payment} names={names} />
        {amounts
          .filter(([, amountMinor]) => amountMinor > 0)
          .map(([label, amountMinor]) => (
            <span key={label} className={classes['small']}>
              <span className={classes['soft']}>{say(label)}</span>{' '}
              {formats.money(amountMinor, payment.currency)}
            </span>
          ))}
        {payment.carriedMinor < 0 && (
          <span className={classes['small']} data-testid="carried">
            <span className={classes['soft']}>{sayMoney('carriedOut')}</span>{' '}
            {formats.money(-payment.carriedMinor, payment.currency)}
          </span>
        )}
        {payment.disputedMinor > 0 && (
          <span className={classes['small']}>
            <span className={classes['soft']}>{sayMoney('disputed')}</span>{' '}
            {formats.money(payment.disputedMinor, payment.currency)}
          </span>
        )}
        {fees.map(({ amountMinor, currency }) => (
          <span key={currency} className={classes['small']}>
            <span className={classes['soft']}>{sayMoney('fees')}</span>{' '}
            {formats.money(amountMinor, currency)}
          </span>
        ))}
        <PaymentClock payment={payment} />
      </div>
      {payment.blocked.length > 0 && (
        <Alert color="red" variant="light" p="xs">
          {say('blocked', { kinds: payment.blocked.map((kind) => sayStatus(kind)).join(', ') })}
        </Alert>
      )}
    </>
  );
}

/** What a payment in another currency is worth, and who said so. */
function Conversion({ payment, names }: Omit<PaymentRowProps, 'fees'>) {
  const sayMoney = useSay(orderMoneyMessages);
  const formats = useFormats();
  const { conversion } = payment;
  if (conversion === null) return null;
  const { orderAmountMinor, orderCurrency, rate, statedBy, statedAt } = conversion;
  return (
    <span
      className={classes['small']}
      data-testid="conversion"
      title={sayMoney('statedBy', {
        who: names[statedBy] ?? statedBy,
        time: formats.time(statedAt),
      })}
    >
      {sayMoney('worthAt', {
        amount: formats.money(orderAmountMinor, orderCurrency),
        rate: formats.rate(rate),
      })}
    </span>
  );
}
