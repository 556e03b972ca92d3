// What moved a level, newest first, with who and why. All of it is what is on hand.

import type { ListStockMovementsItem } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { usePages } from '../table/use-pages.ts';
import classes from './inventory.module.css';
import { type LevelName, Sum, useSums } from './level-sums.tsx';
import { inventoryMessages } from './messages.ts';

type Movement = ListStockMovementsItem;

const PAGE = 50;
const STATES = [
  'onHand',
  'reserved',
  'allocated',
  'damaged',
  'qualityControl',
  'incoming',
  'inTransit',
] as const;

export function MovementList({ sku, location }: LevelName) {
  const say = useSay(inventoryMessages);
  const { api } = useSession();
  const { data: sums } = useSums({ sku, location });
  const pages = usePages<Movement>(
    ['inventory', 'level', 'movements', sku, location],
    (cursor, signal) =>
      api.listStockMovements(
        { sku, location, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
        { signal },
      ),
  );
  if (sums === undefined || pages.isLoading) return null;
  const { count, onHand } = sums.movements;
  return (
    <>
      <Sum adds={onHand === sums.onHand}>
        {say('movementSum', { count, units: onHand, onHand: sums.onHand })}
      </Sum>
      {pages.rows.length === 0 ? (
        <p className={classes['soft']}>{say('neverMoved')}</p>
      ) : (
        <table className={classes['list']}>
          <tbody>
            {pages.rows.map((one) => (
              <MovementRow key={one.id} movement={one} />
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

function MovementRow({ movement }: { readonly movement: Movement }) {
  const say = useSay(inventoryMessages);
  const formats = useFormats();
  const moved = STATES.filter((state) => movement[state] !== 0);
  return (
    <tr data-testid="movement" data-on-hand={movement.onHand}>
      <td>
        {say(movement.type)}
        <div className={classes['soft']} translate="no">
          {movement.reason}
        </div>
      </td>
      <td className={classes['soft']}>
        <time dateTime={movement.recordedAt} title={formats.fullTime(movement.recordedAt)}>
          {formats.time(movement.recordedAt)}
        </time>
        <div translate="no">{movement.actor.replace(/:.*/, '')}</div>
      </td>
      <td data-end>
        {moved.map((state) => (
          <div key={state}>
            {say(state)} {movement[state] > 0 ? '+' : '−'}
            {formats.number(Math.abs(movement[state]))}
          </div>
        ))}
      </td>
    </tr>
  );
}
