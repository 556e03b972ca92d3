// Does something to a return, says so, and reads it anew. What was refused stays to be read.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '../shell/toast.tsx';

export interface ReturnAct {
  readonly isBusy: boolean;
  readonly error: unknown;
  /** @param run answers what to say when it is done */
  act(run: () => Promise<string>): Promise<void>;
}

export function useReturnAct(onDone: () => void): ReturnAct {
  const client = useQueryClient();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    isBusy,
    error,
    async act(run) {
      setIsBusy(true);
      setError(null);
      try {
        toast.done(await run());
        onDone();
      } catch (failure) {
        setError(failure);
      } finally {
        setIsBusy(false);
        await client.invalidateQueries({ queryKey: ['returns'] });
      }
    },
  };
}
