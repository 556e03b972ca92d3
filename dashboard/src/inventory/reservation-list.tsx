// Who has what is reserved: orders, carts, drops. What they have is all of it.

import type { ListReservationsItem } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { usePages } from '../table/use-pages.ts';
import classes from './inventory.module.css';
import { type LevelName, Sum, useSums } from './level-sums.tsx';
import { inventoryMessages } from './messages.ts';

type Reservation = ListReservationsItem;

const PAGE = 50;

export function ReservationList({ sku, location }: LevelName) {
  const say = useSay(inventoryMessages);
  const formats = useFormats();
  const { api } = useSession();
  const { data: sums } = useSums({ sku, location });
  const pages = usePages<Reservation>(
    ['inventory', 'level', 'reservations', sku, location],
    (cursor, signal) =>
      api.listReservations(
        { sku, location, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
        { signal },
      ),
  );
  if (sums === undefined || pages.isLoading) return null;
  const { count, quantity } = sums.reservations;
  return (
    <>
      <Sum adds={quantity === sums.reserved}>
        {say('reservationSum', { count, units: quantity, reserved: sums.reserved })}
      </Sum>
      {pages.rows.length === 0 ? (
        <p className={classes['soft']}>{say('nobody')}</p>
      ) : (
        <table className={classes['list']}>
          <tbody>
            {pages.rows.map((one) => (
              <tr key={one.id} data-testid="reservation">
                <td>
                  <Owner owner={one.owner} />
                </td>
                <td className={classes['soft']}>
                  {one.expiresAt === null
                    ? formats.time(one.createdAt)
                    : say('until', { time: formats.time(one.expiresAt) })}
                </td>
                <td data-end data-units={one.quantity}>
                  {formats.number(one.quantity)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages.hasMore && (
        <Button variant="default" mt="sm" onClick={pages.more}>
          {say('more')}
        </Button>
      )}
    </>
  );
}

const KINDS = ['order', 'cart', 'quote', 'drop', 'other'] as const;

function Owner({ owner }: { readonly owner: Reservation['owner'] }) {
  const say = useSay(inventoryMessages);
  const { can } = useSession();
  const kind = KINDS.find((one) => one === owner.kind) ?? 'other';
  const name = owner.number ?? owner.reference ?? '';
  const path =
    kind === 'order' && can('orders:read')
      ? `/orders/${owner.number}`
      : kind === 'drop'
        ? `/drops/${owner.id}`
        : null;
  return (
    <>
      {say(kind)}{' '}
      {path === null ? (
        <span translate="no">{name}</span>
      ) : (
        <Link to={path} translate="no">
          {name}
        </Link>
      )}
    </>
  );
}
