// Packs one parcel: which units, how heavy, how large, and who carries it if that is known.

import type { GetFulfillmentOrderAnswer as FulfillmentOrder } from '@doorstep/sdk';
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
type Measures = Readonly<Partial<Record<(typeof MEASURES)[number], number>>>;

interface Box {
  readonly measures: Measures;
  readonly carrier: string;
  readonly service: string;
}

const EMPTY: Box = { measures: {}, carrier: '', service: '' };

export function PackDialog({ card, onClose, onDone }: FloorDialogProps) {
  const say = useSay(floorMessages);
  const { api } = useSession();
  const { data: work } = useWork(card.fulfillmentOrder);
  const [units, setUnits] = useState<Units>({});
  const [box, setBox] = useState(EMPTY);
  const { act, isBusy, error } = useFloorAct(onDone, onClose);
  const lines = work === undefined ? [] : readyLines(work);
  const packed = lines
    .map(({ line, ready }) => ({ line, quantity: Math.min(ready, units[line] ?? ready) }))
    .filter(({ quantity }) => quantity > 0);
  const isPart = sumOf(packed) < lines.reduce((sum, { ready }) => sum + ready, 0);
  const pack = (): Promise<void> =>
    act(async () => {
      await api.packParcel({
        fulfillmentOrder: card.fulfillmentOrder,
        lines: packed,
        ...boxed(box),
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
      {lines.length > 0 && <ReadyLines lines={lines} units={units} onUnits={setUnits} />}
      {isPart && <p className={classes['hint']}>{say('packRest')}</p>}
      <BoxFields box={box} onChange={setBox} />
    </FloorForm>
  );
}

/** By line; what is not named goes in whole. */
type Units = Readonly<Record<number, number>>;
type ReadyLine = FulfillmentOrder['lines'][number] & { readonly ready: number };

/** What nobody reported picked is picked with it. */
function readyLines({ lines }: FulfillmentOrder): readonly ReadyLine[] {
  return lines
    .map((line) => ({ ...line, ready: line.allocated + line.picked }))
    .filter(({ ready }) => ready > 0);
}

interface ReadyLinesProps {
  readonly lines: readonly ReadyLine[];
  readonly units: Units;
  readonly onUnits: (units: Units) => void;
}

function ReadyLines({ lines, units, onUnits }: ReadyLinesProps) {
  const say = useSay(floorMessages);
  return (
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
                  onUnits({ ...units, [line]: Math.max(0, Math.trunc(Number(value))) })
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface BoxFieldsProps {
  readonly box: Box;
  readonly onChange: (box: Box) => void;
}

function BoxFields({ box, onChange }: BoxFieldsProps) {
  const say = useSay(floorMessages);
  const measure = (name: (typeof MEASURES)[number], value: number): void => {
    const { [name]: _, ...rest } = box.measures;
    onChange({ ...box, measures: value > 0 ? { ...rest, [name]: value } : rest });
  };
  return (
    <div className={classes['measures']}>
      {MEASURES.map((name) => (
        <NumberInput
          key={name}
          label={say(name)}
          min={1}
          max={name === 'weight' ? 10_000_000 : 100_000}
          allowDecimal={false}
          allowNegative={false}
          value={box.measures[name] ?? ''}
          onChange={(value) => measure(name, Number(value))}
        />
      ))}
      {(['carrier', 'service'] as const).map((name) => (
        <TextInput
          key={name}
          label={say(name)}
          maxLength={50}
          value={box[name]}
          onChange={({ currentTarget }) => onChange({ ...box, [name]: currentTarget.value })}
        />
      ))}
    </div>
  );
}

function sumOf(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Dimensions are all three or none. */
function boxed({ measures: { weight, length, width, height }, carrier, service }: Box) {
  const hasSize = length !== undefined && width !== undefined && height !== undefined;
  return {
    ...(weight === undefined ? {} : { weightGrams: weight }),
    ...(hasSize ? { dimensions: { lengthMm: length, widthMm: width, heightMm: height } } : {}),
    ...(carrier.trim() === '' ? {} : { carrier: carrier.trim() }),
    ...(service.trim() === '' ? {} : { service: service.trim() }),
  };
}
