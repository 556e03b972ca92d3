// Puts an order on hold.

import { Button, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useReasons } from '../settings/use-reasons.ts';
import { actMessages } from './act-messages.ts';
import type { OrderDialogProps } from './cancel-dialog.tsx';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import { useSeenVersion } from './use-seen-version.ts';

export function HoldDialog({ order, acts, onClose }: OrderDialogProps) {
  const say = useSay(actMessages);
  const { choices } = useReasons('hold');
  const sayDetail = useSay(orderDetailMessages);
  const { api } = useSession();
  const [chosen, setReason] = useState('other');
  const reason = choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? '');
  const [note, setNote] = useState('');
  const seen = useSeenVersion(order.version, acts.conflict !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = note.trim() === '' ? {} : { note: note.trim() };
    let hold: string | undefined;
    void acts.act(
      async (version) => {
        const at = { order: order.id, reason, version };
        hold = (await api.placeHold({ ...at, ...words })).id;
      },
      {
        done: sayDetail('held'),
        undo: async () => hold !== undefined && api.releaseHold({ order: order.id, hold }),
        seen,
        onDone: onClose,
      },
    );
  };
  return (
    <Modal
      opened={acts.conflict === null}
      onClose={onClose}
      title={say('holdTitle', { number: order.number })}
      closeButtonProps={{ 'aria-label': say('keep') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <Select
          label={say('reason')}
          data={choices}
          value={reason}
          onChange={(value) => setReason(value ?? 'other')}
          allowDeselect={false}
        />
        <TextInput
          label={say('note')}
          value={note}
          maxLength={1000}
          data-autofocus
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('keep')}
          </Button>
          <Button type="submit" loading={acts.isBusy}>
            {say('doHold')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
