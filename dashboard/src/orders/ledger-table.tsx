// The ledger of an order: what happened, with what it cost, and apart from it what is asked for.

import type { GetOrderPaymentsAnswer } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import { orderMoneyMessages } from './order-money-messages.ts';
import { statusMessages } from './status-messages.ts';

interface MoneyProps {
  readonly money: GetOrderPaymentsAnswer;
  readonly currency: string;
}

export function LedgerTable({ money }: { readonly money: GetOrderPaymentsAnswer }) {
  const say = useSay(orderDetailMessages);
  const sayMoney = useSay(orderMoneyMessages);
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
      {money.ledger.length > 0 && (
        <tbody data-testid="facts">
          <GroupHead title={sayMoney('facts')} />
          <Facts money={money} currency={currency} />
        </tbody>
      )}
      {money.intents.length > 0 && (
        <tbody data-testid="intents">
          <GroupHead title={sayMoney('intents')} />
          <Intents money={money} />
        </tbody>
      )}
    </table>
  );
}

function GroupHead({ title }: { readonly title: string }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={4} data-start>
        {title}
      </th>
    </tr>
  );
}

function Facts({ money, currency }: MoneyProps) {
  const sayMoney = useSay(orderMoneyMessages);
  const sayStatus = useSay(statusMessages);
  const formats = useFormats();
  return money.ledger.map((entry) => (
    <tr key={entry.id}>
      <td>{formats.time(entry.occurredAt)}</td>
      <td data-start data-words>
        {sayStatus(entry.kind)}
      </td>
      <td data-start translate="no">
        {entry.reference}
      </td>
      <td data-words>
        {formats.money(entry.amountMinor, entry.currency)}
        {entry.currency !== currency && (
          <div className={classes['soft']} data-testid="worth">
            {sayMoney('worth', { amount: formats.money(entry.orderAmountMinor, currency) })}
          </div>
        )}
        {entry.fee !== null && (
          <div className={classes['soft']}>
            {sayMoney('fee')} {formats.money(entry.fee.amountMinor, entry.fee.currency)}
          </div>
        )}
      </td>
    </tr>
  ));
}

function Intents({ money }: Pick<MoneyProps, 'money'>) {
  const say = useSay(orderDetailMessages);
  const sayMoney = useSay(orderMoneyMessages);
  const sayStatus = useSay(statusMessages);
  const formats = useFormats();
  return money.intents.map((intent) => (
    <tr key={intent.id}>
      <td>{formats.time(intent.createdAt)}</td>
      <td data-start data-words>
        {say('asked', { kind: sayStatus(intent.kind) })}
      </td>
      <td data-start className={classes['soft']}>
        {intent.state === 'by-hand' ? (
          say('byHand')
        ) : (
          <span translate="no">{intent.failureCode}</span>
        )}
        {intent.attempts > 0 && (
          <div>
            {sayMoney('attempts', { count: intent.attempts })}
            {intent.nextAttemptAt !== null &&
              `, ${sayMoney('nextTry', { when: formats.relative(intent.nextAttemptAt) })}`}
          </div>
        )}
      </td>
      <td data-words>{formats.money(intent.amountMinor, intent.currency)}</td>
    </tr>
  ));
}
