// Does something to a work, says that it was done, and closes the dialog. Who was slower than
// somebody else is told who that was, and sees the work as it is now.

import { DoorstepError } from '@doorstep/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '../shell/toast.tsx';

const CONFLICTS = ['work-changed', 'parcel-not-packed', 'nothing-to-pack'];

export interface FloorAct {
  readonly isBusy: boolean;
  /** Why it was not done. */
  readonly error: unknown;
  /** @param run answers what to say when it is done */
  act(run: () => Promise<string>): Promise<void>;
}

export function useFloorAct(onDone: () => void, onClose: () => void): FloorAct {
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
        const said = await run();
        toast.done(said);
        onClose();
        onDone();
      } catch (failure) {
        setError(failure);
        if (failure instanceof DoorstepError && CONFLICTS.includes(failure.code)) {
          await client.invalidateQueries({ queryKey: ['fulfillment', 'dialog'] });
          onDone();
        }
      } finally {
        setIsBusy(false);
      }
    },
  };
}
