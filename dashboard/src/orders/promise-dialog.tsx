// Changes the dates that an order is promised for, with a reason.

import { PROMISE_CHANGE_REASONS } from '@doorstep/core/orders/promised-date.ts';
import type { ChangePromiseInput } from '@doorstep/sdk';
import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import type { OrderDialogProps } from './cancel-dialog.tsx';
import { momentOf, typedMoment } from './moment-field.ts';
import classes from './order.module.css';
import { promiseMessages } from './promise-messages.ts';
import { useSeenVersion } from './use-seen-version.ts';

export function PromiseDialog({ order, acts, onClose }: OrderDialogProps) {
  const say = useSay(promiseMessages);
  const { api } = useSession();
  const { timeZone } = useLanguage();
  const [shipBy, setShipBy] = useState(typedMoment(order.shipBy, timeZone));
  const [deliverBy, setDeliverBy] = useState(typedMoment(order.deliverBy, timeZone));
  const [reason, setReason] = useState<string>('inventory');
  const seen = useSeenVersion(order.version, acts.conflict !== null);
  const isPossible = shipBy === '' || deliverBy === '' || shipBy <= deliverBy;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPossible) return;
    const dates = {
      ...changedTo('shipBy', shipBy, order.shipBy, timeZone),
      ...changedTo('deliverBy', deliverBy, order.deliverBy, timeZone),
    };
    void acts.act(
      (version) =>
        api.changePromise({
          order: order.id,
          ...dates,
          reason: reason as ChangePromiseInput['reason'],
          version,
        }),
      { done: say('changed'), seen, onDone: onClose },
    );
  };
  return (
    <Modal
      opened={acts.conflict === null}
      onClose={onClose}
      title={say('title', { number: order.number })}
      closeButtonProps={{ 'aria-label': say('keep') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <TextInput
          type="datetime-local"
          label={say('shipBy')}
          data-autofocus
          value={shipBy}
          onChange={({ currentTarget }) => setShipBy(currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={say('deliverBy')}
          description={say('zone', { zone: timeZone })}
          error={isPossible ? null : say('impossible')}
          value={deliverBy}
          onChange={({ currentTarget }) => setDeliverBy(currentTarget.value)}
        />
        <NativeSelect
          label={say('reason')}
          value={reason}
          data={PROMISE_CHANGE_REASONS.map((value) => ({ value, label: say(value) }))}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('keep')}
          </Button>
          <Button type="submit" loading={acts.isBusy}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Seconds are not typed: what was not touched stays to the second. */
function changedTo(name: string, typed: string, before: string | null, timeZone: string) {
  return typed === typedMoment(before, timeZone) ? {} : { [name]: momentOf(typed, timeZone) };
}
