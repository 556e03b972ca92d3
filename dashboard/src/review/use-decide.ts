// Decides about an order that is held for review, with the version that was looked at.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import type { Decision } from './decide-dialog.tsx';
import { reviewMessages } from './messages.ts';

export interface Decided {
  readonly order: string;
  readonly number: string;
  readonly version: number;
}

export function useDecide(onDone: () => void) {
  const say = useSay(reviewMessages);
  const { api } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['review'] }),
      client.invalidateQueries({ queryKey: ['orders'] }),
    ]);
  return {
    isBusy,
    async decide({ order, number, version }: Decided, decision: Decision, note: string) {
      setIsBusy(true);
      try {
        await api.decideReview({ order, decision, note, version });
        onDone();
        toast.done(say(decision === 'approve' ? 'approved' : 'declined', { number }));
      } catch (error) {
        toast.failed(error);
      } finally {
        setIsBusy(false);
        await refresh();
      }
    },
  };
}
