// Gives more on a balance, or takes some back, with a reason.

import { Button, Modal, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { minorUnitsOf } from '../orders/amounts.ts';
import classes from '../record/record.module.css';
import { useReasons } from '../settings/use-reasons.ts';
import { useProblemWords } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { endOfDay, isOver } from './end-of-day.ts';
import { valueMessages } from './value-messages.ts';

export interface Adjustment {
  readonly currency: string;
  /** Negative: taken back. */
  readonly amountMinor: number;
  readonly reason: string;
  readonly note?: string;
  readonly expiresAt?: string;
}

export interface AdjustDialogProps {
  readonly title: string;
  /** What may be taken, by currency. */
  readonly available: ReadonlyMap<string, number>;
  /** Of a gift card; else it is chosen. */
  readonly fixedCurrency?: string;
  readonly currency: string;
  /** What is given may have an end of its own. */
  readonly hasEnd: boolean;
  readonly adjust: (adjustment: Adjustment) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function AdjustDialog(props: AdjustDialogProps) {
  const say = useSay(valueMessages);
  const formats = useFormats();
  const toast = useToast();
  const draft = useAdjustment(props);
  const { amountMinor, isGiving, isReady, currency } = draft;
  const amount = formats.money(amountMinor ?? 0, currency);
  const act = useMutation({
    mutationFn: () => props.adjust(draft.adjustment),
    onSuccess() {
      toast.done(say(isGiving ? 'givenDone' : 'takenDone', { amount }));
      props.onDone();
      props.onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) act.mutate();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <AdjustFields draft={draft} props={props} />
        {act.error !== null && <Refused error={act.error} />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={props.onClose}>
            {say('cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={act.isPending}>
            {say(isGiving ? 'doGive' : 'doTake', { amount })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface AdjustFieldsProps {
  readonly draft: AdjustmentDraft;
  readonly props: AdjustDialogProps;
}

function AdjustFields({ draft, props }: AdjustFieldsProps) {
  const say = useSay(valueMessages);
  const formats = useFormats();
  const { amountMinor, currency, isTooMuch, most } = draft;
  const wrong = amountMinor === undefined && say('noAmount');
  const tooMuch = isTooMuch && say('tooMuch', { amount: formats.money(most, currency) });
  return (
    <>
      <SegmentedControl
        aria-label={say('direction')}
        value={draft.isGiving ? 'give' : 'take'}
        onChange={(value) => draft.setGiving(value === 'give')}
        data={(['give', 'take'] as const).map((value) => ({ value, label: say(value) }))}
      />
      <TextInput
        label={say('amount')}
        inputMode="decimal"
        data-autofocus
        value={draft.amount}
        error={wrong || tooMuch}
        rightSection={<span translate="no">{currency}</span>}
        rightSectionWidth={48}
        onChange={(event) => draft.setAmount(event.currentTarget.value)}
      />
      {props.fixedCurrency === undefined && (
        <TextInput
          label={say('currency')}
          maxLength={3}
          translate="no"
          value={currency}
          error={!/^[A-Z]{3}$/.test(currency) && say('noCurrency')}
          onChange={(event) => draft.setCurrency(event.currentTarget.value.toUpperCase())}
        />
      )}
      <Select
        label={say('reason')}
        data={[...draft.choices]}
        value={draft.reason}
        onChange={(value) => draft.setReason(value ?? draft.reason)}
        allowDeselect={false}
      />
      {props.hasEnd && draft.isGiving && (
        <TextInput
          type="date"
          label={say('until')}
          description={say('untilHint')}
          value={draft.until}
          error={draft.isPast && say('pastDay')}
          onChange={(event) => draft.setUntil(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={say('note')}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => draft.setNote(event.currentTarget.value)}
      />
    </>
  );
}

type AdjustmentDraft = ReturnType<typeof useAdjustment>;

function useAdjustment({ available, fixedCurrency, currency: usual }: AdjustDialogProps) {
  const { timeZone } = useLanguage();
  const [isGiving, setGiving] = useState(true);
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState(fixedCurrency ?? usual);
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const { choices } = useReasons('refund');
  const [wanted, setReason] = useState('goodwill');
  const reason = choices.some(({ value }) => value === wanted) ? wanted : (choices[0]?.value ?? '');
  const amountMinor = minorUnitsOf(amount, currency);
  const most = available.get(currency) ?? 0;
  const isTooMuch = !isGiving && amountMinor !== undefined && amountMinor > most;
  const expiresAt = isGiving ? endOfDay(until, timeZone) : null;
  const isPast = isOver(expiresAt);
  const words = note.trim();
  return {
    ...{ isGiving, setGiving, amount, setAmount, currency, setCurrency, until, setUntil },
    ...{ note, setNote, choices, reason, setReason, amountMinor, most, isTooMuch, isPast },
    isReady: (amountMinor ?? 0) > 0 && !isTooMuch && !isPast && /^[A-Z]{3}$/.test(currency),
    adjustment: {
      ...{ currency, reason, amountMinor: (isGiving ? 1 : -1) * (amountMinor ?? 0) },
      ...(words === '' ? {} : { note: words }),
      ...(expiresAt === null ? {} : { expiresAt }),
    } satisfies Adjustment,
  };
}

/** Why it was refused, beside what was typed. */
export function Refused({ error }: { readonly error: unknown }) {
  const { detail, remedy } = useProblemWords(error);
  return (
    <div role="alert" data-testid="refused">
      <Text size="sm" c="var(--ds-alarm)">
        {detail}
      </Text>
      {remedy !== null && (
        <Text size="sm" c="dimmed">
          {remedy}
        </Text>
      )}
    </div>
  );
}
