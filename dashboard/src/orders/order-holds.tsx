// What holds an order up, and who put it there.

import { Button, Text } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useReasons } from '../settings/use-reasons.ts';
import { actMessages } from './act-messages.ts';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import type { OrderPartProps } from './order-notes.tsx';
import { OrderSection } from './order-section.tsx';
import { orderSideMessages } from './order-side-messages.ts';

export function OrderHolds({ order, acts }: OrderPartProps) {
  const say = useSay(orderSideMessages);
  const sayDetail = useSay(orderDetailMessages);
  const sayAct = useSay(actMessages);
  const formats = useFormats();
  const { api, can } = useSession();
  const { nameOf } = useReasons('hold');
  const open = order.holds.filter(({ releasedAt }) => releasedAt === null);
  const release = (hold: string): void =>
    void acts.act((version) => api.releaseHold({ order: order.id, hold, version }), {
      done: sayDetail('holdReleased'),
    });
  return (
    <OrderSection title={say('holds')}>
      {open.length === 0 && (
        <Text c="dimmed" size="sm">
          {say('noHolds')}
        </Text>
      )}
      {open.map((hold) => (
        <div key={hold.id} className={classes['row']} data-testid="hold">
          <div>
            <strong>{nameOf(hold.reason)}</strong>
            <div className={classes['soft']}>
              {say('heldBy', {
                name: order.names[hold.owner] ?? hold.owner,
                time: formats.time(hold.placedAt),
              })}
              {hold.expiresAt !== null &&
                `, ${say('until', { time: formats.time(hold.expiresAt) })}`}
            </div>
            <div className={classes['soft']}>
              {say('stops')}{' '}
              {hold.blocks.map((one) => sayAct(`blocks-${one as 'edit'}`)).join(', ')}
            </div>
            {hold.note !== null && <div translate="no">{hold.note}</div>}
          </div>
          {can('orders:write') && (
            <Button size="compact-xs" variant="default" onClick={() => release(hold.id)}>
              {sayDetail('releaseHold')}
            </Button>
          )}
        </div>
      ))}
    </OrderSection>
  );
}
