// Cancels what has not shipped, all of it or some units, after saying what that does.

import type { PreviewCancellationAnswer } from '@doorstep/sdk';
import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useReasons } from '../settings/use-reasons.ts';
import { actMessages } from './act-messages.ts';
import { MoneyPreview } from './money-preview.tsx';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import type { OrderPartProps } from './order-notes.tsx';
import { PreviewBox } from './preview-box.tsx';
import { type ChosenUnits, chosenLines, UnitFields } from './unit-fields.tsx';
import { useSeenVersion } from './use-seen-version.ts';

export interface OrderDialogProps extends OrderPartProps {
  readonly queryKey: readonly unknown[];
  readonly onClose: () => void;
}

export function CancelDialog({ order, acts, queryKey, onClose }: OrderDialogProps) {
  const say = useSay(actMessages);
  const sayDetail = useSay(orderDetailMessages);
  const formats = useFormats();
  const { api } = useSession();
  const draft = useCancelDraft({ order, acts, queryKey });
  const { preview, isReady } = draft;
  const amount = formats.money(preview.data?.amountMinor ?? 0, order.currency);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    void acts.act((version) => api.cancelOrder({ ...draft.body, version }), {
      done: sayDetail('canceledDone', { amount }),
      seen: draft.seen,
      onDone: onClose,
    });
  };
  return (
    <Modal
      opened={acts.conflict === null}
      onClose={onClose}
      title={say('cancelTitle', { number: order.number })}
      size="lg"
      closeButtonProps={{ 'aria-label': say('keep') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <CancelFields order={order} draft={draft} />
        <PreviewBox error={preview.error} hint={draft.isChosen ? null : say('chooseUnits')}>
          {preview.data !== undefined && <CancellationPreview preview={preview.data} />}
        </PreviewBox>
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('keep')}
          </Button>
          <Button type="submit" color="red" disabled={!isReady} loading={acts.isBusy}>
            {say('doCancel', { amount })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface CancelFieldsProps {
  readonly order: OrderDialogProps['order'];
  readonly draft: ReturnType<typeof useCancelDraft>;
}

function CancelFields({ order, draft }: CancelFieldsProps) {
  const say = useSay(actMessages);
  return (
    <>
      <SegmentedControl
        aria-label={say('which')}
        data={[
          { value: 'whole', label: say('whole') },
          { value: 'lines', label: say('byLine') },
        ]}
        value={draft.isWhole ? 'whole' : 'lines'}
        onChange={(value) => draft.setIsWhole(value === 'whole')}
      />
      {!draft.isWhole && (
        <div>
          <UnitFields
            order={order}
            most={draft.most}
            chosen={draft.chosen}
            onChoose={draft.setChosen}
          />
        </div>
      )}
      <Select
        label={say('reason')}
        data={draft.choices}
        value={draft.reason}
        onChange={(value) => draft.setReason(value ?? draft.reason)}
        allowDeselect={false}
      />
      <TextInput
        label={say('note')}
        data-autofocus
        value={draft.note}
        maxLength={1000}
        onChange={(event) => draft.setNote(event.currentTarget.value)}
      />
    </>
  );
}

/** What is typed so far, and what it would do. */
function useCancelDraft({ order, acts, queryKey }: Omit<OrderDialogProps, 'onClose'>) {
  const [proposed] = useState(useProposedUnits(order));
  const [isWhole, setIsWhole] = useState(proposed === null);
  const [chosen, setChosen] = useState<ChosenUnits>(proposed ?? {});
  const { choices } = useReasons('cancellation');
  const [wanted, setReason] = useState('customer');
  const reason = choices.some(({ value }) => value === wanted) ? wanted : (choices[0]?.value ?? '');
  const [note, setNote] = useState('');
  const seen = useSeenVersion(order.version, acts.conflict !== null);
  const lines = isWhole ? undefined : chosenLines(chosen);
  const key = [...queryKey, order.version];
  const whole = useCancellation(order.id, key, undefined);
  const part = useCancellation(order.id, key, lines);
  const preview = lines === undefined ? whole : part;
  const isChosen = isWhole || lines !== undefined;
  const words = note.trim() === '' ? {} : { note: note.trim() };
  return {
    ...{ isWhole, setIsWhole, chosen, setChosen, choices, reason, setReason, note, setNote, seen },
    isChosen,
    isReady: isChosen && preview.data !== undefined && preview.error === null,
    most: whole.data?.cancelable ?? [],
    preview,
    body: { order: order.id, reason, ...words, ...(lines === undefined ? {} : { lines }) },
  };
}

/** Units that the URL names, as an exception proposes them: `units=oln_…:2`. */
function useProposedUnits({ lines }: OrderDialogProps['order']): ChosenUnits | null {
  const [parameters] = useSearchParams();
  const units = parameters.get('units');
  if (units === null) return null;
  const pairs = units.split(',').flatMap((pair): [number, number][] => {
    const [id, quantity] = pair.split(':');
    const line = lines.find((one) => one.id === id);
    return line === undefined ? [] : [[line.number, Number(quantity) || 0]];
  });
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function useCancellation(
  order: string,
  queryKey: readonly unknown[],
  lines: { line: number; quantity: number }[] | undefined,
) {
  const { api } = useSession();
  return useQuery({
    queryKey: [...queryKey, 'cancellation-preview', lines ?? 'whole'],
    queryFn: ({ signal }) =>
      api.previewCancellation({ order, ...(lines === undefined ? {} : { lines }) }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

function CancellationPreview({ preview }: { readonly preview: PreviewCancellationAnswer }) {
  const say = useSay(actMessages);
  const formats = useFormats();
  const inWords = (amountMinor: number) => formats.money(amountMinor, preview.currency);
  return (
    <ul>
      <li>{say('canceledAmount', { amount: inWords(preview.amountMinor) })}</li>
      {preview.shippingMinor > 0 && (
        <li>{say('withShipping', { amount: inWords(preview.shippingMinor) })}</li>
      )}
      <MoneyPreview preview={preview} />
      {preview.freed.map((one) => (
        <li key={`free ${one.location} ${one.sku}`}>{say('freedAt', one)}</li>
      ))}
      {preview.putBack.map((one) => (
        <li key={`back ${one.location} ${one.sku}`}>{say('putBackAt', one)}</li>
      ))}
      {preview.drop !== null && <li>{say('backToDrop')}</li>}
      {preview.nothingLeft && <li>{say('nothingLeft')}</li>}
    </ul>
  );
}
