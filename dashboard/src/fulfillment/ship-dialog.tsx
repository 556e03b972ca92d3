// Hands one parcel over: who carries it, how, and under which number. A carrier that gives labels here
// is asked for one.

import { Button, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { floorMessages } from './act-messages.ts';
import classes from './floor.module.css';
import { FloorForm } from './floor-form.tsx';
import type { FloorDialogProps } from './pick-dialog.tsx';
import { useFloorAct } from './use-floor-act.ts';
import { useWork } from './use-work.ts';

interface Typed {
  readonly parcel?: string;
  readonly carrier?: string;
  readonly service?: string;
  readonly trackingNumber?: string;
}

export function ShipDialog({ card, onClose, onDone }: FloorDialogProps) {
  const say = useSay(floorMessages);
  const { api } = useSession();
  const { data: work, refetch } = useWork(card.fulfillmentOrder);
  const [typed, setTyped] = useState<Typed>({});
  const shipping = useFloorAct(onDone, onClose);
  const labeling = useFloorAct(
    () => void refetch(),
    () => {},
  );
  const boxes = work?.parcels.filter(({ status }) => status === 'packed') ?? [];
  const box = boxes.find(({ id }) => id === typed.parcel) ?? boxes[0];
  const valueOf = (name: 'carrier' | 'service' | 'trackingNumber') =>
    typed[name] ?? box?.[name] ?? '';
  const given = (name: 'carrier' | 'service' | 'trackingNumber') =>
    valueOf(name).trim() === '' ? {} : { [name]: valueOf(name).trim() };
  const ship = (): Promise<void> =>
    shipping.act(async () => {
      await api.shipParcel({
        parcel: box?.id ?? '',
        onlyIfPacked: true,
        ...given('carrier'),
        ...given('service'),
        ...given('trackingNumber'),
      });
      return say('shippedDone', { number: card.orderNumber });
    });
  const label = (carrier: string): Promise<void> =>
    labeling.act(async () => {
      const labeled = await api.getParcelLabel({
        parcel: box?.id ?? '',
        carrier,
        ...given('service'),
      });
      const { parcel } = typed;
      setTyped(parcel === undefined ? {} : { parcel });
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
      onSubmit={() => void ship()}
    >
      {work === undefined && <Skeleton height={96} />}
      {work !== undefined && box === undefined && <p>{say('nothingToShip')}</p>}
      {box !== undefined && (
        <>
          {boxes.length > 1 && (
            <select
              aria-label={say('parcels')}
              className={classes['field']}
              value={box.id}
              onChange={({ currentTarget }) => setTyped({ parcel: currentTarget.value })}
            >
              {boxes.map(({ id }, place) => (
                <option key={id} value={id}>
                  {say('parcel', { place: place + 1 })}
                </option>
              ))}
            </select>
          )}
          <ul className={classes['contents']} translate="no">
            {box.lines.map(({ line, sku, title, quantity, canceled }) => (
              <li key={line}>
                {quantity - canceled} × {sku} <small>{title}</small>
              </li>
            ))}
          </ul>
          <div className={classes['measures']}>
            {(['carrier', 'service'] as const).map((name) => (
              <TextInput
                key={name}
                label={say(name)}
                maxLength={50}
                value={valueOf(name)}
                onChange={({ currentTarget: { value } }) =>
                  setTyped((before) => ({ ...before, [name]: value }))
                }
              />
            ))}
            <TextInput
              label={say('tracking')}
              maxLength={100}
              value={valueOf('trackingNumber')}
              onChange={({ currentTarget: { value } }) =>
                setTyped((before) => ({ ...before, trackingNumber: value }))
              }
            />
          </div>
          <Labels isBusy={labeling.isBusy} onLabel={(carrier) => void label(carrier)} />
        </>
      )}
    </FloorForm>
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

/** Those that give labels here. */
export function useCarriers() {
  const { api } = useSession();
  return useQuery({
    queryKey: ['carriers'],
    queryFn: ({ signal }) => api.listCarriers({}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
