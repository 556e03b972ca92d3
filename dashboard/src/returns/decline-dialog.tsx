// Says no to a return that the buyer asked for, and why.

import type { GetReturnAnswer } from '@doorstep/sdk';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { DeskForm } from './desk-form.tsx';
import { deskMessages } from './desk-messages.ts';
import { useReturnAct } from './use-return-act.ts';

export interface ReturnDialogProps {
  readonly back: GetReturnAnswer;
  readonly onClose: () => void;
}

export function DeclineDialog({ back, onClose }: ReturnDialogProps) {
  const say = useSay(deskMessages);
  const { api } = useSession();
  const [note, setNote] = useState('');
  const { act, isBusy, error } = useReturnAct(onClose);
  const { number } = back;
  return (
    <DeskForm
      title={say('declineTitle', { number })}
      does={say('decline')}
      isBusy={isBusy}
      isReady
      error={error}
      onClose={onClose}
      onSubmit={() =>
        void act(async () => {
          const told = note.trim() === '' ? {} : { note: note.trim() };
          await api.declineReturn({ return: back.id, ...told });
          return say('declined', { number });
        })
      }
    >
      <Textarea
        label={say('declineNote')}
        data-autofocus
        maxLength={1000}
        autosize
        minRows={2}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </DeskForm>
  );
}
