// Adds a payment: by hand, which is a transfer, cash or what a marketplace took, and says what it is
// worth where it is in another currency than the order; or from a gift card or the store credit.

import { rateOf } from '@doorstep/core/payments/conversion.ts';
import { Button, Modal, NativeSelect, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { minorUnitsOf, typedAmount } from './amounts.ts';
import type { OrderDialogProps } from './cancel-dialog.tsx';
import classes from './order.module.css';
import { paymentMessages } from './payment-messages.ts';
import { useMissing } from './use-missing.ts';

export function PaymentDialog({ order, acts, queryKey, onClose }: OrderDialogProps) {
  const missing = useMissing(order, queryKey);
  if (missing === undefined) return null;
  return <PaymentForm {...{ order, acts, queryKey, onClose, missing }} />;
}

interface PaymentFormProps extends OrderDialogProps {
  readonly missing: number;
}

function PaymentForm({ order, acts, onClose, missing }: PaymentFormProps) {
  const say = useSay(paymentMessages);
  const formats = useFormats();
  const { api } = useSession();
  const draft = usePaymentDraft(order.currency, missing);
  const [way, setWay] = useState<Way>('manual');
  const [named, setNamed] = useState<Named>({ reference: '', code: '' });
  const body = bodyOf(way, draft.body, named);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (body === null) return;
    void acts.act((version) => api.addPayment({ order: order.id, ...body, version }), {
      done: say('done'),
      onDone: onClose,
    });
  };
  return (
    <Modal
      opened={acts.conflict === null}
      onClose={onClose}
      title={say('title', { number: order.number })}
      closeButtonProps={{ 'aria-label': say('leave') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <Text size="sm">{say('missing', { amount: formats.money(missing, order.currency) })}</Text>
        <NativeSelect
          label={say('way')}
          data={WAYS.filter((one) => one !== 'store-credit' || order.customer !== null).map(
            (value) => ({ value, label: say(value) }),
          )}
          value={way}
          onChange={({ currentTarget: { value } }) => {
            setWay(WAYS.find((one) => one === value) ?? 'manual');
            draft.setCurrency(order.currency);
          }}
        />
        <Amounts draft={draft} orderCurrency={order.currency} mayConvert={way === 'manual'} />
        <Names way={way} named={named} onNamed={setNamed} />
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('leave')}
          </Button>
          <Button type="submit" disabled={body === null} loading={acts.isBusy}>
            {say('open')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** What the bank, or the card, calls it. */
interface Named {
  readonly reference: string;
  readonly code: string;
}

/** Null as long as something is missing. */
function bodyOf(way: Way, amounts: Draft['body'], named: Named) {
  const [reference, code] = [named.reference.trim(), named.code.trim()];
  if (amounts === null || (way === 'gift-card' && code === '')) return null;
  return {
    provider: way,
    ...amounts,
    ...(way === 'gift-card' ? { token: code } : {}),
    ...(way === 'manual' && reference !== '' ? { received: { reference } } : {}),
  };
}

interface NamesProps {
  readonly way: Way;
  readonly named: Named;
  readonly onNamed: (named: Named) => void;
}

function Names({ way, named, onNamed }: NamesProps) {
  const say = useSay(paymentMessages);
  if (way === 'store-credit') return null;
  if (way === 'gift-card')
    return (
      <TextInput
        label={say('code')}
        autoComplete="off"
        required
        maxLength={60}
        value={named.code}
        onChange={({ currentTarget: { value } }) => onNamed({ ...named, code: value })}
      />
    );
  return (
    <TextInput
      label={say('reference')}
      description={say('referenceHint')}
      maxLength={200}
      value={named.reference}
      onChange={({ currentTarget: { value } }) => onNamed({ ...named, reference: value })}
    />
  );
}

const WAYS = ['manual', 'gift-card', 'store-credit'] as const;
type Way = (typeof WAYS)[number];

interface AmountsProps {
  readonly draft: Draft;
  readonly orderCurrency: string;
  readonly mayConvert: boolean;
}

function Amounts({ draft, orderCurrency, mayConvert }: AmountsProps) {
  const say = useSay(paymentMessages);
  const formats = useFormats();
  const { currency, isCurrency, amountMinor, worthMinor, isOther, rate } = draft;
  return (
    <>
      {mayConvert && (
        <TextInput
          label={say('currency')}
          maxLength={3}
          value={currency}
          error={!isCurrency && say('notCurrency')}
          onChange={(event) => draft.setCurrency(event.currentTarget.value.toUpperCase())}
        />
      )}
      <TextInput
        label={say('amount', { currency })}
        inputMode="decimal"
        data-autofocus
        value={draft.amount}
        error={amountMinor === undefined && say('notAmount', { currency })}
        onChange={(event) => draft.setAmount(event.currentTarget.value)}
      />
      {isOther && (
        <>
          <TextInput
            label={say('worth', { currency: orderCurrency })}
            description={say('worthHint')}
            inputMode="decimal"
            required
            value={draft.worth}
            error={worthMinor === undefined && say('notAmount', { currency: orderCurrency })}
            onChange={(event) => draft.setWorth(event.currentTarget.value)}
          />
          {rate !== null && (
            <Text size="sm" c="dimmed" data-testid="rate">
              {say('atRate', { from: currency, rate: formats.rate(rate), to: orderCurrency })}
            </Text>
          )}
        </>
      )}
    </>
  );
}

type Draft = ReturnType<typeof usePaymentDraft>;

/** What is typed so far, and the payment it makes; null as long as it makes none. */
function usePaymentDraft(orderCurrency: string, missing: number) {
  const [currency, setCurrency] = useState(orderCurrency);
  const [amount, setAmount] = useState(typedAmount(missing, orderCurrency));
  const [worth, setWorth] = useState(typedAmount(missing, orderCurrency));
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const isOther = isCurrency && currency !== orderCurrency;
  const amountMinor = minorUnitsOf(amount, currency);
  const worthMinor = minorUnitsOf(worth, orderCurrency);
  const isWhole = isCurrency && isPositive(amountMinor) && (!isOther || isPositive(worthMinor));
  const stated = { amountMinor: amountMinor ?? 0, orderAmountMinor: worthMinor ?? 0 };
  return {
    ...{ currency, setCurrency, amount, setAmount, worth, setWorth },
    ...{ isCurrency, isOther, amountMinor, worthMinor },
    rate:
      isWhole && isOther
        ? rateOf(
            {
              amountMinor: BigInt(stated.amountMinor),
              orderAmountMinor: BigInt(stated.orderAmountMinor),
            },
            { from: currency, to: orderCurrency },
          )
        : null,
    body: isWhole
      ? {
          amountMinor: stated.amountMinor,
          ...(isOther
            ? { currency, conversion: { orderAmountMinor: stated.orderAmountMinor } }
            : {}),
        }
      : null,
  };
}

function isPositive(amountMinor: number | undefined): boolean {
  return amountMinor !== undefined && amountMinor > 0;
}
