// Asks why, and says what follows: nobody approves or declines an order without a reason.

import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';

export type Decision = 'approve' | 'decline';

export interface DecideDialogProps {
  readonly decision: Decision;
  readonly number: string;
  readonly isBusy: boolean;
  readonly onDecide: (note: string) => void;
  readonly onClose: () => void;
}

export function DecideDialog({ decision, number, isBusy, onDecide, onClose }: DecideDialogProps) {
  const say = useSay(reviewMessages);
  const [note, setNote] = useState('');
  const isApproval = decision === 'approve';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (note.trim() !== '') onDecide(note.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say(isApproval ? 'approveTitle' : 'declineTitle', { number })}
      closeButtonProps={{ 'aria-label': say('leave') }}
    >
      <form onSubmit={submit}>
        <TextInput
          label={say('reason')}
          description={say(isApproval ? 'approveHint' : 'declineHint')}
          required
          maxLength={1000}
          data-autofocus
          mb="sm"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('leave')}
          </Button>
          <Button
            type="submit"
            loading={isBusy}
            disabled={note.trim() === ''}
            {...(isApproval ? {} : { color: 'red.8' })}
          >
            {say(decision)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
