// Sets levels in one command, and offers to take it back in one.

import type { EnterStockAnswer } from '@doorstep/sdk';
import { useCallback } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { inventoryMessages } from './messages.ts';
import type { CellChange } from './paste-block.ts';
import { usePutLevels } from './use-stock-grid.ts';

export function useEnterStock(): (
  changes: readonly CellChange[],
  reason: string,
) => Promise<EnterStockAnswer> {
  const say = useSay(inventoryMessages);
  const { api } = useSession();
  const toast = useToast();
  const put = usePutLevels();
  return useCallback(
    async (changes, reason) => {
      const entry = await api.enterStock({ reason, levels: [...changes] });
      put(entry.levels);
      const undo = async (): Promise<void> => {
        try {
          const { levels } = await api.reverseStockEntry({ entry: entry.id });
          put(levels);
          toast.done(say('undone'));
        } catch (error) {
          toast.failed(error);
        }
      };
      toast.done(say('entered', { count: changes.length }), () => void undo());
      return entry;
    },
    [api, put, say, toast],
  );
}
