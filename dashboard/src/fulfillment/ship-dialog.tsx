// Hands one parcel over: who carries it, how, and under which number. A carrier that gives labels here
// is asked for one.

import type { GetFulfillmentOrderAnswer as FulfillmentOrder } from '@doorstep/sdk';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { floorMessages } from './act-messages.ts';
import classes from './floor.module.css';
import { FloorForm } from './floor-form.tsx';
import type { FloorDialogProps } from './pick-dialog.tsx';
import { useCarriers } from './use-carriers.ts';
import { useFloorAct } from './use-floor-act.ts';
import { useWork } from './use-work.ts';

const FIELDS = ['carrier', 'service', 'trackingNumber'] as const;
type Field = (typeof FIELDS)[number];
type Parcel = FulfillmentOrder['parcels'][number];

/** What was typed; the rest is as the parcel has it. */
type Typed = Readonly<Partial<Record<Field, string>>>;

export function ShipDialog({ card, onClose, onDone }: FloorDialogProps) {
  const say = useSay(floorMessages);
  const { api } = useSession();
  const { data: work, refetch } = useWork(card.fulfillmentOrder);
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<Typed>({});
  const shipping = useFloorAct(onDone, onClose);
  const labeling = useFloorAct(
    () => void refetch(),
    () => setTyped({}),
  );
  const boxes = work?.parcels.filter(({ status }) => status === 'packed') ?? [];
  const box = boxes.find(({ id }) => id === chosen) ?? boxes[0];
  const ship = (parcel: Parcel): Promise<void> =>
    shipping.act(async () => {
      await api.shipParcel({ parcel: parcel.id, onlyIfPacked: true, ...given(typed, parcel) });
      return say('shippedDone', { number: card.orderNumber });
    });
  const label = (parcel: Parcel, carrier: string): Promise<void> =>
    labeling.act(async () => {
      const { service } = given(typed, parcel);
      const words = service === undefined ? {} : { service };
      const labeled = await api.getParcelLabel({ parcel: parcel.id, carrier, ...words });
      return say('labelDone', { number: labeled.trackingNumber ?? '' });
    });
  return (
    <FloorForm
      title={say('shipTitle', { number: card.orderNumber })}
      does={say('doShip')}
      isBusy={shipping.isBusy}
      isReady={box !== undefined}
      error={shipping.error ?? labeling.error}
      onClose={onClose}
      onSubmit={() => box !== undefined && void ship(box)}
    >
      {work === undefined && <Skeleton height={96} />}
      {work !== undefined && box === undefined && <p>{say('nothingToShip')}</p>}
      {boxes.length > 1 && <ParcelChoice boxes={boxes} value={box?.id} onChoose={setChosen} />}
      {box !== undefined && (
        <>
          <ShipFields box={box} typed={typed} onType={setTyped} />
          <Labels isBusy={labeling.isBusy} onLabel={(carrier) => void label(box, carrier)} />
        </>
      )}
    </FloorForm>
  );
}

function given(typed: Typed, box: Parcel): Partial<Record<Field, string>> {
  return Object.fromEntries(
    FIELDS.map((name) => [name, (typed[name] ?? box[name] ?? '').trim()]).filter(
      ([, text]) => text !== '',
    ),
  );
}

interface ParcelChoiceProps {
  readonly boxes: readonly Parcel[];
  readonly value: string | undefined;
  readonly onChoose: (id: string) => void;
}

function ParcelChoice({ boxes, value, onChoose }: ParcelChoiceProps) {
  const say = useSay(floorMessages);
  return (
    <select
      aria-label={say('parcels')}
      className={classes['field']}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {boxes.map(({ id }, place) => (
        <option key={id} value={id}>
          {say('parcel', { place: place + 1 })}
        </option>
      ))}
    </select>
  );
}

interface ShipFieldsProps {
  readonly box: Parcel;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

function ShipFields({ box, typed, onType }: ShipFieldsProps) {
  const say = useSay(floorMessages);
  return (
    <>
      <ul className={classes['contents']} translate="no">
        {box.lines.map(({ line, sku, title, quantity, canceled }) => (
          <li key={line}>
            {quantity - canceled} × {sku} <small>{title}</small>
          </li>
        ))}
      </ul>
      <div className={classes['measures']}>
        {FIELDS.map((name) => (
          <TextInput
            key={name}
            label={say(name === 'trackingNumber' ? 'tracking' : name)}
            maxLength={name === 'carrier' ? 50 : 100}
            value={typed[name] ?? box[name] ?? ''}
            onChange={({ currentTarget }) => onType({ ...typed, [name]: currentTarget.value })}
          />
        ))}
      </div>
    </>
  );
}

interface LabelsProps {
  readonly isBusy: boolean;
  readonly onLabel: (carrier: string) => void;
}

function Labels({ isBusy, onLabel }: LabelsProps) {
  const say = useSay(floorMessages);
  const { data } = useCarriers();
  return (
    <div className={classes['labels']}>
      {data?.items.map(({ name }) => (
        <Button
          key={name}
          size="compact-sm"
          variant="default"
          loading={isBusy}
          onClick={() => onLabel(name)}
        >
          {say('getLabel', { carrier: name })}
        </Button>
      ))}
    </div>
  );
}
