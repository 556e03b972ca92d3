// Gives the buyer money back for what came, after saying how much, and what that does to each payment.

import type { PreviewReturnRefundAnswer } from '@doorstep/sdk';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { minorUnitsOf } from '../orders/amounts.ts';
import { MoneyPreview } from '../orders/money-preview.tsx';
import { PreviewBox } from '../orders/preview-box.tsx';
import { useSession } from '../session/session.tsx';
import type { ReturnDialogProps } from './decline-dialog.tsx';
import { DeskForm } from './desk-form.tsx';
import { deskMessages } from './desk-messages.ts';
import classes from './returns.module.css';
import { useReturnAct } from './use-return-act.ts';

export function RefundReturnDialog({ back, onClose }: ReturnDialogProps) {
  const say = useSay(deskMessages);
  const formats = useFormats();
  const { api } = useSession();
  const currency = back.currency ?? '';
  const [units, setUnits] = useState<Readonly<Record<number, number>>>({});
  const [withShipping, setWithShipping] = useState(false);
  const [amount, setAmount] = useState('');
  const [destination, setDestination] = useState<Destination>('original');
  const { act, isBusy, error } = useReturnAct(onClose);
  const whole = usePreview(back.id, {});
  const refundable = whole.data?.refundable ?? [];
  const lines = refundable
    .map(({ line, quantity }) => ({ line, quantity: Math.min(quantity, units[line] ?? quantity) }))
    .filter(({ quantity }) => quantity > 0);
  // Asked without lines, the server takes everything that came.
  const isNothing = refundable.length > 0 && lines.length === 0;
  const amountMinor = minorUnitsOf(amount, currency);
  const input = {
    ...(Object.keys(units).length === 0 || lines.length === 0 ? {} : { lines }),
    ...(withShipping ? { includeShipping: true } : {}),
    ...(amountMinor === undefined || amountMinor === 0 ? {} : { amountMinor }),
    ...(destination === 'original' ? {} : { destination }),
  };
  const preview = usePreview(back.id, input);
  const given = isNothing ? 0 : (preview.data?.amountMinor ?? 0);
  const isReady =
    given > 0 && amountMinor !== undefined && preview.error === null && !preview.isPlaceholderData;
  return (
    <DeskForm
      title={say('refundTitle', { number: back.number })}
      does={say('doRefund', { amount: formats.money(given, currency) })}
      isBusy={isBusy}
      isReady={isReady}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        void act(async () => {
          await api.refundReturn({ return: back.id, ...input });
          return say('refundDone', { amount: formats.money(given, currency) });
        })
      }
    >
      <RefundableLines back={back} refundable={refundable} units={units} onUnits={setUnits} />
      <Checkbox
        label={say('shipping')}
        checked={withShipping}
        onChange={({ currentTarget }) => setWithShipping(currentTarget.checked)}
      />
      <TextInput
        label={say('amount')}
        inputMode="decimal"
        value={amount}
        error={amountMinor === undefined && say('notAmount', { currency })}
        onChange={({ currentTarget }) => setAmount(currentTarget.value)}
      />
      <NativeSelect
        label={say('destination')}
        data={DESTINATIONS.map((value) => ({ value, label: say(value) }))}
        value={destination}
        onChange={({ currentTarget: { value } }) =>
          setDestination(DESTINATIONS.find((one) => one === value) ?? 'original')
        }
      />
      <PreviewBox error={preview.error} hint={given === 0 ? say('nothing') : null}>
        {preview.data !== undefined && !isNothing && <Foreseen preview={preview.data} />}
      </PreviewBox>
    </DeskForm>
  );
}

const DESTINATIONS = ['original', 'store-credit'] as const;
type Destination = (typeof DESTINATIONS)[number];

interface RefundableLinesProps {
  readonly back: ReturnDialogProps['back'];
  readonly refundable: PreviewReturnRefundAnswer['refundable'];
  readonly units: Readonly<Record<number, number>>;
  readonly onUnits: (units: Readonly<Record<number, number>>) => void;
}

function RefundableLines({ back, refundable, units, onUnits }: RefundableLinesProps) {
  const say = useSay(deskMessages);
  const skuOf = (line: number) => back.lines.find((one) => one.line === line)?.sku ?? String(line);
  return (
    <ul className={classes['rows']}>
      {refundable.map(({ line, quantity }) => (
        <li key={line}>
          <strong translate="no">{skuOf(line)}</strong>
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={quantity}
            className={classes['units']}
            aria-label={`${say('units')} ${skuOf(line)}`}
            value={Math.min(quantity, units[line] ?? quantity)}
            onChange={({ currentTarget: { value } }) =>
              onUnits({ ...units, [line]: Math.max(0, Math.trunc(Number(value))) })
            }
          />
          <span className={classes['soft']}>{say('most', { most: quantity })}</span>
        </li>
      ))}
    </ul>
  );
}

function usePreview(id: string, input: object) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['returns', id, 'refund', input],
    queryFn: ({ signal }) => api.previewReturnRefund({ return: id, ...input }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}

function Foreseen({ preview }: { readonly preview: PreviewReturnRefundAnswer }) {
  const say = useSay(deskMessages);
  const formats = useFormats();
  const { amountMinor, currency } = preview;
  return (
    <ul className={classes['items']} data-testid="preview">
      <li>
        <strong>{say('doRefund', { amount: formats.money(amountMinor, currency) })}</strong>
      </li>
      <MoneyPreview preview={preview} />
    </ul>
  );
}
