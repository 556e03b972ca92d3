// Issues a gift card, and shows its code this once.

import type { IssueGiftCardAnswer } from '@doorstep/sdk';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { minorUnitsOf } from '../orders/amounts.ts';
import classes from '../record/record.module.css';
import { useSession } from '../session/session.tsx';
import { useSettings } from '../settings/use-reasons.ts';
import { SecretShown } from '../shell/secret-shown.tsx';
import { Refused } from './adjust-dialog.tsx';
import { endOfDay, isOver } from './end-of-day.ts';
import { giftCardMessages } from './messages.ts';

export interface IssueDialogProps {
  /** Whose it will be; null: nobody's yet. */
  readonly customer: string | null;
  readonly onClose: () => void;
  readonly onOpen: (card: string) => void;
}

export function IssueDialog({ customer, onClose, onOpen }: IssueDialogProps) {
  const say = useSay(giftCardMessages);
  const { api } = useSession();
  const client = useQueryClient();
  const draft = useIssueDraft();
  const issue = useMutation({
    async mutationFn() {
      const { order: number, ...body } = draft.body;
      const order = number === '' ? {} : { order: (await api.getOrder({ order: number })).id };
      const whose = customer === null ? {} : { customer };
      return api.issueGiftCard({ ...body, ...order, ...whose });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['gift-cards'] }),
  });
  if (issue.data !== undefined)
    return <CodeShown issued={issue.data} onClose={onClose} onOpen={onOpen} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft.isReady) issue.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('issue')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <IssueFields draft={draft} />
        {issue.error !== null && <Refused error={issue.error} />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button type="submit" disabled={!draft.isReady} loading={issue.isPending}>
            {say('doIssue')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function IssueFields({ draft }: { readonly draft: IssueDraft }) {
  const say = useSay(giftCardMessages);
  const { fields, set, isCurrency, amountMinor, isPast } = draft;
  const field = (name: keyof typeof fields) => ({
    label: say(name),
    value: fields[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set(name, event.currentTarget.value),
  });
  return (
    <>
      <TextInput
        {...field('amount')}
        inputMode="decimal"
        data-autofocus
        error={amountMinor === undefined && say('noAmount')}
      />
      <TextInput
        {...field('currency')}
        maxLength={3}
        translate="no"
        error={!isCurrency && say('noCurrency')}
      />
      <TextInput
        {...field('until')}
        type="date"
        description={say('untilHint')}
        error={isPast && say('pastDay')}
      />
      <TextInput {...field('order')} description={say('orderHint')} maxLength={100} />
      <TextInput {...field('note')} description={say('noteHint')} maxLength={1000} />
    </>
  );
}

type IssueDraft = ReturnType<typeof useIssueDraft>;

const EMPTY = { amount: '', currency: '', until: '', order: '', note: '' };

function useIssueDraft() {
  const { timeZone } = useLanguage();
  const usual = useSettings().data?.appearance.currency ?? 'EUR';
  const [typed, setTyped] = useState(EMPTY);
  const currency = (typed.currency === '' ? usual : typed.currency).toUpperCase();
  const amountMinor = minorUnitsOf(typed.amount, currency);
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const expiresAt = endOfDay(typed.until, timeZone);
  const isPast = isOver(expiresAt);
  const note = typed.note.trim();
  return {
    fields: { ...typed, currency },
    set: (name: keyof typeof EMPTY, value: string) =>
      setTyped((before) => ({ ...before, [name]: value })),
    ...{ isCurrency, amountMinor, isPast },
    isReady: isCurrency && (amountMinor ?? 0) > 0 && !isPast,
    body: {
      ...{ amountMinor: amountMinor ?? 0, currency, order: typed.order.trim() },
      ...(expiresAt === null ? {} : { expiresAt }),
      ...(note === '' ? {} : { note }),
    },
  };
}

interface CodeShownProps extends Omit<IssueDialogProps, 'customer'> {
  readonly issued: IssueGiftCardAnswer;
}

/** A click beside it does not lose the code. */
function CodeShown({ issued: { giftCard, code }, onClose, onOpen }: CodeShownProps) {
  const say = useSay(giftCardMessages);
  const formats = useFormats();
  const amount = formats.money(giftCard.availableMinor, giftCard.currency);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('codeTitle')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack>
        <SecretShown
          label={`${say('code')} · ${amount}`}
          hint={say('codeHint')}
          secret={code ?? ''}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onOpen(giftCard.id)}>
            {say('openCard')}
          </Button>
          <Button onClick={onClose}>{say('keptIt')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
