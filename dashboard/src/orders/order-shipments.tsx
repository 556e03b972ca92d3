// What locations were asked for, and the parcels that came of it.

import { trackingLink } from '@doorstep/core/shipping/tracking-link.ts';
import type { ListFulfillmentOrdersItem, ListParcelsItem } from '@doorstep/sdk';
import { Badge, Text } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import { OrderSection } from './order-section.tsx';
import { ParcelJourney } from './parcel-journey.tsx';
import { StatusBadge } from './status-badge.tsx';

export interface OrderShipmentsProps {
  readonly work: readonly ListFulfillmentOrdersItem[];
  readonly parcels: readonly ListParcelsItem[];
}

export function OrderShipments({ work, parcels }: OrderShipmentsProps) {
  const say = useSay(orderDetailMessages);
  return (
    <OrderSection title={say('shipments')}>
      {work.length === 0 && parcels.length === 0 && (
        <Text c="dimmed" size="sm">
          {say('noShipments')}
        </Text>
      )}
      {work.map((one) => (
        <WorkRow key={one.id} work={one} />
      ))}
      {parcels.map((one) => (
        <ParcelRow key={one.id} parcel={one} />
      ))}
    </OrderSection>
  );
}

function WorkRow({ work }: { readonly work: ListFulfillmentOrdersItem }) {
  const say = useSay(orderDetailMessages);
  const formats = useFormats();
  return (
    <div className={classes['row']}>
      <strong translate="no">{work.location}</strong>
      <StatusBadge status={work.status} />
      <span>{say('units', { count: work.quantity })}</span>
      {work.shipBy !== null && (
        <span className={classes['soft']}>
          {say('shipBy', { time: formats.time(work.shipBy) })}
        </span>
      )}
      {work.lateAt !== null && (
        <Badge color="red" variant="light" tt="none">
          {say('late')}
        </Badge>
      )}
    </div>
  );
}

function ParcelRow({ parcel }: { readonly parcel: ListParcelsItem }) {
  const say = useSay(orderDetailMessages);
  const { carrier, trackingNumber } = parcel;
  const link = trackingNumber === null ? undefined : trackingLink(carrier, trackingNumber);
  return (
    <>
      <div className={classes['row']}>
        <span>{say('parcel')}</span>
        <StatusBadge status={parcel.status} />
        {carrier !== null && <span translate="no">{carrier}</span>}
        {trackingNumber === null ? (
          <span className={classes['soft']}>{say('noTracking')}</span>
        ) : (
          <span translate="no">
            {link === undefined ? (
              trackingNumber
            ) : (
              <a href={link} target="_blank" rel="noreferrer">
                {trackingNumber}
              </a>
            )}
          </span>
        )}
        {parcel.trackingStatus !== null && (
          <span className={classes['soft']} translate="no">
            {parcel.trackingStatus}
          </span>
        )}
      </div>
      <ParcelJourney parcel={parcel.id} />
    </>
  );
}
