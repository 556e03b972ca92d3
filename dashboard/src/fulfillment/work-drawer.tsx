// One work, opened from its card: what is asked, where it goes, its parcels, and what to do with it.

import { trackingLink } from '@doorstep/core/shipping/tracking-link.ts';
import type { GetFulfillmentOrderAnswer as FulfillmentOrder } from '@doorstep/sdk';
import { Button, Drawer, Skeleton, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { StatusBadge } from '../orders/status-badge.tsx';
import { Problem } from '../shell/problem.tsx';
import { floorMessages } from './act-messages.ts';
import type { CardName } from './cards.ts';
import classes from './floor.module.css';
import { boardMessages } from './messages.ts';
import type { FloorAct } from './use-board-acts.ts';
import { useWork } from './use-work.ts';

export interface WorkDrawerProps {
  readonly work: string;
  readonly mayAct: boolean;
  readonly onClose: () => void;
  readonly onAct: (act: FloorAct, card: CardName) => void;
}

export function WorkDrawer({ work, mayAct, onClose, onAct }: WorkDrawerProps) {
  const say = useSay(floorMessages);
  const { data, error, refetch } = useWork(work, true);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={<strong translate="no">{data?.orderNumber ?? ''}</strong>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={240} />}
      {data !== undefined && (
        <Stack gap="lg" data-testid="work">
          <Facts work={data} />
          {mayAct && <Acts work={data} onAct={onAct} />}
          <Lines work={data} />
          <Parcels work={data} />
        </Stack>
      )}
    </Drawer>
  );
}

interface WorkProps {
  readonly work: FulfillmentOrder;
}

function Facts({ work }: WorkProps) {
  const say = useSay(floorMessages);
  const sayBoard = useSay(boardMessages);
  const formats = useFormats();
  const { shipTo } = work;
  const address = (shipTo.address ?? {}) as Readonly<Record<string, string | undefined>>;
  const { street, postalCode, city, country } = address;
  return (
    <div>
      <div className={classes['facts']}>
        <StatusBadge status={work.status} />
        <span>{say('released', { when: formats.time(work.releasedAt) })}</span>
        {work.shipBy !== null && (
          <span>{sayBoard('due', { when: formats.relative(work.shipBy) })}</span>
        )}
        <Link to={`/orders/${work.orderNumber}`}>{say('openOrder')}</Link>
      </div>
      <address className={classes['address']} translate="no">
        <strong>{shipTo.name}</strong>
        {[street, address['street2'], [postalCode, city].filter(Boolean).join(' '), country]
          .filter((part) => part !== undefined && part !== '')
          .map((part) => (
            <div key={part}>{part}</div>
          ))}
      </address>
    </div>
  );
}

function Acts({ work, onAct }: WorkProps & Pick<WorkDrawerProps, 'onAct'>) {
  const say = useSay(boardMessages);
  const card = { fulfillmentOrder: work.id, orderNumber: work.orderNumber };
  const open = {
    pick: work.allocated > 0,
    pack: work.allocated + work.picked > 0,
    ship: work.packed > 0,
  };
  return (
    <div className={classes['facts']}>
      {(['pick', 'pack', 'ship'] as const).map((act) => (
        <Button
          key={act}
          size="compact-md"
          variant="default"
          disabled={!open[act]}
          onClick={() => onAct(act, card)}
        >
          {say(act)}
        </Button>
      ))}
    </div>
  );
}

function Lines({ work }: WorkProps) {
  const say = useSay(floorMessages);
  return (
    <section aria-label={say('lines')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('item')}</th>
            {(['toPick', 'picked', 'packed', 'shipped'] as const).map((name) => (
              <th key={name} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {work.lines.map(({ line, sku, title, allocated, picked, packed, shipped }) => (
            <tr key={line}>
              <th scope="row" translate="no">
                {sku}
                <small>{title}</small>
              </th>
              <td>{allocated}</td>
              <td>{picked}</td>
              <td>{packed}</td>
              <td>{shipped}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Parcels({ work }: WorkProps) {
  const say = useSay(floorMessages);
  const formats = useFormats();
  if (work.parcels.length === 0) return null;
  return (
    <section aria-label={say('parcels')}>
      {work.parcels.map((box, place) => {
        const link =
          box.trackingNumber === null ? undefined : trackingLink(box.carrier, box.trackingNumber);
        return (
          <div key={box.id} className={classes['parcel']}>
            <strong>{say('parcel', { place: place + 1 })}</strong>
            <StatusBadge status={box.status} />
            <span translate="no">
              {[box.carrier, box.service].filter((part) => part !== null).join(' ')}
            </span>
            {box.trackingNumber !== null && (
              <span translate="no">
                {link === undefined ? (
                  box.trackingNumber
                ) : (
                  <a href={link} target="_blank" rel="noreferrer">
                    {box.trackingNumber}
                  </a>
                )}
              </span>
            )}
            {box.weightGrams !== null && (
              <span>{say('weightIs', { grams: formats.number(box.weightGrams) })}</span>
            )}
          </div>
        );
      })}
    </section>
  );
}
