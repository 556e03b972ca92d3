// Gives the buyer money back: for units they keep, for shipping, or as goodwill, after saying what that
// does to each payment.

import {
  REFUND_ALLOCATIONS,
  type RefundAllocation,
} from '@doorstep/core/payments/refund-allocation.ts';
import type { PreviewRefundAnswer } from '@doorstep/sdk';
import { Button, Modal, Select, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useReasons } from '../settings/use-reasons.ts';
import { actMessages } from './act-messages.ts';
import { minorUnitsOf, typedAmount } from './amounts.ts';
import type { OrderDialogProps } from './cancel-dialog.tsx';
import { MoneyPreview } from './money-preview.tsx';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import { PreviewBox } from './preview-box.tsx';
import { refundMessages } from './refund-messages.ts';
import { type ChosenUnits, chosenLines, UnitFields } from './unit-fields.tsx';
import { useSeenVersion } from './use-seen-version.ts';

export function RefundDialog({ order, acts, queryKey, onClose }: OrderDialogProps) {
  const say = useSay(actMessages);
  const sayDetail = useSay(orderDetailMessages);
  const sayRefund = useSay(refundMessages);
  const formats = useFormats();
  const { api } = useSession();
  const draft = useRefundDraft({ order, acts, queryKey });
  const { preview, given, isReady } = draft;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    const amount = formats.money(given, order.currency);
    void acts.act((version) => api.grantRefund({ ...draft.body, version }), {
      done: draft.waits
        ? sayRefund('askedDone', { amount })
        : sayDetail('refundedDone', { amount }),
      seen: draft.seen,
      onDone: onClose,
    });
  };
  return (
    <Modal
      opened={acts.conflict === null}
      onClose={onClose}
      title={say('refundTitle', { number: order.number })}
      size="lg"
      closeButtonProps={{ 'aria-label': say('keep') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <RefundFields order={order} draft={draft} />
        <PreviewBox error={preview.error} hint={given === 0 ? say('chooseRefund') : null}>
          {preview.data !== undefined && <RefundPreview preview={preview.data} />}
        </PreviewBox>
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('keep')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={acts.isBusy}>
            {draft.waits
              ? sayRefund('ask', { amount: formats.money(given, order.currency) })
              : say('doRefund', { amount: formats.money(given, order.currency) })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const DESTINATIONS = ['original', 'store-credit'] as const;
type Destination = (typeof DESTINATIONS)[number];

interface RefundFieldsProps {
  readonly order: OrderDialogProps['order'];
  readonly draft: Draft;
}

function RefundFields({ order, draft }: RefundFieldsProps) {
  const say = useSay(actMessages);
  const sayRefund = useSay(refundMessages);
  const formats = useFormats();
  const { currency } = order;
  const { bounds } = draft;
  const wrongAmount = say('notAmount', { currency });
  return (
    <>
      <Button
        variant="light"
        data-autofocus
        disabled={bounds?.dueBeforeMinor === 0}
        onClick={draft.giveEverything}
      >
        {say('everything', { amount: formats.money(bounds?.dueBeforeMinor ?? 0, currency) })}
      </Button>
      <Units order={order} bounds={bounds} chosen={draft.chosen} onChoose={draft.setChosen} />
      {bounds !== undefined && bounds.shippingMaxMinor > 0 && (
        <TextInput
          label={say('shippingField', { most: formats.money(bounds.shippingMaxMinor, currency) })}
          inputMode="decimal"
          value={draft.shipping}
          error={draft.shippingMinor === undefined && wrongAmount}
          onChange={(event) => draft.setShipping(event.currentTarget.value)}
        />
      )}
      {bounds !== undefined && bounds.feesMaxMinor > 0 && (
        <TextInput
          label={sayRefund('feesField', { most: formats.money(bounds.feesMaxMinor, currency) })}
          inputMode="decimal"
          value={draft.fees}
          error={draft.feesMinor === undefined && wrongAmount}
          onChange={(event) => draft.setFees(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={say('amountField')}
        inputMode="decimal"
        value={draft.amount}
        error={draft.amountMinor === undefined && wrongAmount}
        onChange={(event) => draft.setAmount(event.currentTarget.value)}
      />
      <Select
        label={say('reason')}
        data={draft.choices}
        value={draft.reason}
        onChange={(value) => draft.setReason(value ?? draft.reason)}
        allowDeselect={false}
      />
      <Ways order={order} draft={draft} />
      <TextInput
        label={say('note')}
        value={draft.note}
        maxLength={1000}
        onChange={(event) => draft.setNote(event.currentTarget.value)}
      />
    </>
  );
}

/** Where it goes, and from which payments. */
function Ways({ order, draft }: RefundFieldsProps) {
  const sayRefund = useSay(refundMessages);
  const { bounds } = draft;
  return (
    <>
      {order.customer !== null && (
        <Select
          label={sayRefund('destination')}
          data={DESTINATIONS.map((value) => ({ value, label: sayRefund(value) }))}
          value={draft.destination}
          onChange={(value) =>
            draft.setDestination(DESTINATIONS.find((one) => one === value) ?? 'original')
          }
          allowDeselect={false}
        />
      )}
      {draft.hasSeveral && (
        <Select
          label={sayRefund('allocation')}
          data={REFUND_ALLOCATIONS.map((value) => ({ value, label: sayRefund(value) }))}
          value={draft.allocation ?? bounds?.allocation ?? null}
          onChange={(value) =>
            draft.setAllocation(REFUND_ALLOCATIONS.find((one) => one === value) ?? null)
          }
          allowDeselect={false}
        />
      )}
    </>
  );
}

type Draft = ReturnType<typeof useRefundDraft>;

/** What is typed so far, and what it would do. */
function useRefundDraft({ order, acts, queryKey }: Omit<OrderDialogProps, 'onClose'>) {
  const { currency } = order;
  const [chosen, setChosen] = useState<ChosenUnits>({});
  const [shipping, setShipping] = useState('');
  const [amount, setAmount] = useState('');
  const { choices } = useReasons('refund');
  const [wanted, setReason] = useState('goodwill');
  const reason = choices.some(({ value }) => value === wanted) ? wanted : (choices[0]?.value ?? '');
  const [fees, setFees] = useState('');
  const [allocation, setAllocation] = useState<RefundAllocation | null>(null);
  const [destination, setDestination] = useState<Destination>('original');
  const [note, setNote] = useState('');
  const seen = useSeenVersion(order.version, acts.conflict !== null);
  const shippingMinor = minorUnitsOf(shipping, currency);
  const feesMinor = minorUnitsOf(fees, currency);
  const amountMinor = minorUnitsOf(amount, currency);
  const lines = chosenLines(chosen);
  const what = {
    ...positive('shippingMinor', shippingMinor),
    ...positive('feesMinor', feesMinor),
    ...positive('amountMinor', amountMinor),
    ...(allocation === null ? {} : { allocation }),
    ...(destination === 'original' ? {} : { destination }),
    ...(lines === undefined ? {} : { lines }),
  };
  const key = [...queryKey, order.version];
  const { data: bounds } = useRefund(order.id, key, {});
  const preview = useRefund(order.id, key, what);
  const hasSeveral = useHasSeveralPayments(order.id, queryKey);
  const isTyped = [shippingMinor, feesMinor, amountMinor].every((typed) => typed !== undefined);
  const given = preview.data?.amountMinor ?? 0;
  const words = note.trim() === '' ? {} : { note: note.trim() };
  return {
    ...{ chosen, setChosen, shipping, setShipping, amount, setAmount, choices, reason, setReason },
    ...{ note, setNote, seen, shippingMinor, amountMinor, bounds, preview, given },
    ...{ destination, setDestination },
    ...{ fees, setFees, feesMinor, allocation, setAllocation, hasSeveral },
    waits: preview.data?.approval === 'needed' && given > 0,
    isReady: isTyped && given > 0 && preview.error === null && !preview.isPlaceholderData,
    body: { order: order.id, reason, ...what, ...words },
    giveEverything() {
      if (bounds === undefined) return;
      setChosen({});
      setShipping('');
      setFees('');
      setAmount(typedAmount(bounds.dueBeforeMinor, currency));
    },
  };
}

interface UnitsProps extends Pick<OrderDialogProps, 'order'> {
  readonly bounds: PreviewRefundAnswer | undefined;
  readonly chosen: ChosenUnits;
  readonly onChoose: (chosen: ChosenUnits) => void;
}

function Units({ order, bounds, chosen, onChoose }: UnitsProps) {
  const say = useSay(actMessages);
  const most = bounds?.refundable ?? [];
  return (
    <div>
      <Text fw={500} size="sm">
        {say('keptUnits')}
      </Text>
      {bounds !== undefined && most.every(({ quantity }) => quantity === 0) && (
        <Text c="dimmed" size="sm">
          {say('noKept')}
        </Text>
      )}
      <UnitFields order={order} most={most} chosen={chosen} onChoose={onChoose} />
    </div>
  );
}

function RefundPreview({ preview }: { readonly preview: PreviewRefundAnswer }) {
  const say = useSay(actMessages);
  const sayRefund = useSay(refundMessages);
  const formats = useFormats();
  const later = preview.amountMinor - preview.refundedNowMinor;
  // Less than the smallest unit of what was paid with goes back with the next refund.
  const isBelowUnit = preview.money.some(
    ({ amountMinor, orderAmountMinor }) => later * amountMinor < orderAmountMinor,
  );
  return (
    <ul>
      {later > 0 && !isBelowUnit && preview.money.every(({ kind }) => kind !== 'void') && (
        <li>{say('neverTaken', { amount: formats.money(later, preview.currency) })}</li>
      )}
      <MoneyPreview preview={preview} />
      {preview.approval === 'needed' && (
        <li data-testid="needs-approval">{sayRefund('needsApproval')}</li>
      )}
    </ul>
  );
}

/** Where there is nothing to choose, nothing is asked. */
function useHasSeveralPayments(order: string, queryKey: readonly unknown[]): boolean {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: [...queryKey, 'money'],
    queryFn: ({ signal }) => api.getOrderPayments({ order }, { signal }),
  });
  return (data?.payments.length ?? 0) > 1;
}

function useRefund(order: string, queryKey: readonly unknown[], what: object) {
  const { api } = useSession();
  return useQuery({
    queryKey: [...queryKey, 'refund-preview', what],
    queryFn: ({ signal }) => api.previewRefund({ order, ...what }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

function positive<Name extends string>(
  name: Name,
  value: number | undefined,
): Partial<Record<Name, number>> {
  return value === undefined || value === 0 ? {} : ({ [name]: value } as Record<Name, number>);
}
