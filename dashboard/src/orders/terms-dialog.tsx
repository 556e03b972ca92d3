// Records a payment or the number of an invoice, or gives credit beyond the limit, with a reason.

import type { GetOrderPaymentsAnswer, Order } from '@doorstep/sdk';
import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { minorUnitsOf, typedAmount } from './amounts.ts';
import classes from './order.module.css';
import { termsMessages } from './terms-messages.ts';
import type { OrderActs } from './use-order-acts.ts';

export type TermsDialogName = 'pay' | 'addInvoice' | 'giveCredit';

export interface TermsDialogProps {
  readonly name: TermsDialogName;
  readonly terms: GetOrderPaymentsAnswer['terms'][number];
  readonly order: Order;
  readonly acts: OrderActs;
  readonly onClose: () => void;
}

const LABELS = { pay: 'reference', addInvoice: 'number', giveCredit: 'reason' } as const;
const DONE = { pay: 'paidDone', addInvoice: 'invoiceDone', giveCredit: 'creditDone' } as const;

export function TermsDialog({ name, terms, order, acts, onClose }: TermsDialogProps) {
  const say = useSay(termsMessages);
  const { currency } = order;
  const send = useSend(name, terms.payment);
  const [text, setText] = useState(name === 'addInvoice' ? (terms.invoiceNumber ?? '') : '');
  const [amount, setAmount] = useState(typedAmount(terms.owedMinor, currency));
  const amountMinor = minorUnitsOf(amount, currency);
  const isReady = text.trim() !== '' && (name !== 'pay' || (amountMinor ?? 0) > 0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    void acts.act(() => send(text.trim(), amountMinor ?? 0), {
      done: say(DONE[name]),
      onDone: onClose,
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say(name)}
      closeButtonProps={{ 'aria-label': say('leave') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <TextInput
          label={say(LABELS[name])}
          required
          maxLength={100}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {name === 'pay' && (
          <TextInput
            label={say('amount')}
            inputMode="decimal"
            value={amount}
            error={amountMinor === undefined && say('notAmount', { currency })}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
        )}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('leave')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={acts.isBusy}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function useSend(name: TermsDialogName, payment: string) {
  const { api } = useSession();
  return (text: string, amountMinor: number): Promise<unknown> => {
    switch (name) {
      case 'pay':
        return api.recordReceipt({ payment, reference: text, amountMinor });
      case 'addInvoice':
        return api.recordInvoice({ payment, number: text });
      case 'giveCredit':
        return api.approveCredit({ payment, note: text });
    }
  };
}
