// What can be done with a return now: only what it is ready for, and what the role may.

import type { GetReturnAnswer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { useKeys } from '../shell/keys.tsx';
import { useToast } from '../shell/toast.tsx';
import { deskMessages } from './desk-messages.ts';
import { stateOf } from './return-filter.ts';
import { useReturnAct } from './use-return-act.ts';

export interface ReturnActionsProps {
  readonly back: GetReturnAnswer;
  readonly onDialog: (name: string) => void;
}

export function ReturnActions({ back, onDialog }: ReturnActionsProps) {
  const say = useSay(deskMessages);
  const { api, can } = useSession();
  const toast = useToast();
  const { act, isBusy, error } = useReturnAct(() => {});
  useEffect(() => {
    if (error !== null) toast.failed(error);
  }, [error, toast]);
  const { id, number } = back;
  const state = stateOf(back);
  const mayWrite = can('returns:write');
  const refundable = back.lines.some((line) => line.received > line.refunded);
  const acts = [
    {
      name: 'approve' as const,
      keys: 'a',
      isOpen: mayWrite && state === 'pending',
      run: () =>
        void act(async () => {
          await api.approveReturn({ return: id });
          return say('approved', { number });
        }),
    },
    {
      name: 'decline' as const,
      keys: 'd',
      isOpen: mayWrite && state === 'pending',
      run: () => onDialog('decline'),
    },
    {
      name: 'receive' as const,
      keys: 'e',
      isOpen: mayWrite && state !== 'received',
      run: () => onDialog('receive'),
    },
    {
      name: 'refund' as const,
      keys: 'f',
      isOpen: can('payments:write') && back.order !== null && refundable,
      run: () => onDialog('refund'),
    },
    {
      name: 'callOff' as const,
      keys: 'c',
      isOpen: mayWrite && back.order !== null && back.status === 'requested',
      run: () =>
        void act(async () => {
          await api.cancelReturn({ return: id });
          return say('calledOff', { number });
        }),
    },
  ].filter(({ isOpen }) => isOpen);
  useKeys(acts.map(({ name, keys, run }) => ({ keys, does: say(name), run })));
  useCommands(
    acts.map(({ name, keys, run }) => ({ id: `return ${name}`, label: say(name), keys, run })),
  );
  return acts.map(({ name, run }) => (
    <Button
      key={name}
      variant={name === (state === 'pending' ? 'approve' : 'receive') ? 'filled' : 'default'}
      disabled={isBusy}
      onClick={run}
    >
      {say(name)}
    </Button>
  ));
}
