// Packs one parcel: which units, how heavy, how large, and who carries it if that is known.

import { NumberInput, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { floorMessages } from './act-messages.ts';
import classes from './floor.module.css';
import { FloorForm } from './floor-form.tsx';
import type { FloorDialogProps } from './pick-dialog.tsx';
import { useFloorAct } from './use-floor-act.ts';
import { useWork } from './use-work.ts';

const MEASURES = ['weight', 'length', 'width', 'height'] as const;
type Measure = (typeof MEASURES)[number];

export function PackDialog({ card, onClose, onDone }: FloorDialogProps) {
  const say = useSay(floorMessages);
  const { api } = useSession();
  const { data: work } = useWork(card.fulfillmentOrder);
  const [units, setUnits] = useState<Readonly<Record<number, number>>>({});
  const [measures, setMeasures] = useState<Partial<Record<Measure, number>>>({});
  const [carrier, setCarrier] = useState('');
  const [service, setService] = useState('');
  const { act, isBusy, error } = useFloorAct(onDone, onClose);
  const lines =
    work?.lines
      .map((line) => ({ ...line, ready: line.allocated + line.picked }))
      .filter(({ ready }) => ready > 0) ?? [];
  const packed = lines
    .map(({ line, ready }) => ({ line, quantity: Math.min(ready, units[line] ?? ready) }))
    .filter(({ quantity }) => quantity > 0);
  const left = lines.reduce((sum, { ready }) => sum + ready, 0) - sumOf(packed);
  const pack = (): Promise<void> =>
    act(async () => {
      await api.packParcel({
        fulfillmentOrder: card.fulfillmentOrder,
        lines: packed,
        ...measured(measures),
        ...(carrier.trim() === '' ? {} : { carrier: carrier.trim() }),
        ...(service.trim() === '' ? {} : { service: service.trim() }),
        ...(work === undefined ? {} : { seen: work.seen }),
      });
      return say('packedDone', { number: card.orderNumber });
    });
  return (
    <FloorForm
      title={say('packTitle', { number: card.orderNumber })}
      does={say('doPack')}
      isBusy={isBusy}
      isReady={packed.length > 0}
      error={error}
      onClose={onClose}
      onSubmit={() => void pack()}
    >
      {work === undefined && <Skeleton height={96} />}
      {work !== undefined && lines.length === 0 && <p>{say('nothingToPack')}</p>}
      {lines.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{say('item')}</th>
              <th scope="col">{say('ready')}</th>
              <th scope="col">{say('inParcel')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, sku, title, ready }) => (
              <tr key={line}>
                <th scope="row" translate="no">
                  {sku}
                  <small>{title}</small>
                </th>
                <td>{ready}</td>
                <td>
                  <input
                    type="number"
                    inputMode="numeric"
                    min={0}
                    max={ready}
                    className={classes['units']}
                    aria-label={`${say('inParcel')} ${sku}`}
                    value={Math.min(ready, units[line] ?? ready)}
                    onChange={({ currentTarget: { value } }) =>
                      setUnits({ ...units, [line]: Math.max(0, Math.trunc(Number(value))) })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {left > 0 && <p className={classes['hint']}>{say('packRest')}</p>}
      <div className={classes['measures']}>
        {MEASURES.map((name) => (
          <NumberInput
            key={name}
            label={say(name)}
            min={1}
            max={name === 'weight' ? 10_000_000 : 100_000}
            allowDecimal={false}
            allowNegative={false}
            value={measures[name] ?? ''}
            onChange={(value) =>
              setMeasures((before) => ({ ...before, [name]: Number(value) || undefined }))
            }
          />
        ))}
        <TextInput
          label={say('carrier')}
          maxLength={50}
          value={carrier}
          onChange={({ currentTarget }) => setCarrier(currentTarget.value)}
        />
        <TextInput
          label={say('service')}
          maxLength={100}
          value={service}
          onChange={({ currentTarget }) => setService(currentTarget.value)}
        />
      </div>
    </FloorForm>
  );
}

function sumOf(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Dimensions are all three or none. */
function measured({ weight, length, width, height }: Partial<Record<Measure, number>>) {
  const hasSize = length !== undefined && width !== undefined && height !== undefined;
  return {
    ...(weight === undefined ? {} : { weightGrams: weight }),
    ...(hasSize ? { dimensions: { lengthMm: length, widthMm: width, heightMm: height } } : {}),
  };
}
