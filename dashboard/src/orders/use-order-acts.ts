// What a person does with an open order. Every act carries the version they saw: when somebody changed
// the order meanwhile, nothing of it is done, and who changed what is told.

import { DoorstepError, type Order } from '@doorstep/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '../shell/toast.tsx';

export interface OrderChange {
  readonly version: number;
  readonly type: string;
  readonly actorName: string;
  readonly occurredAt: string;
}

export interface Conflict {
  readonly changes: readonly OrderChange[];
  readonly othersCount: number;
  /** Does the same on the order as it is now; null where its dialog shows what that would be. */
  readonly again: (() => void) | null;
}

export interface ActOptions {
  /** What is said when it is done. */
  readonly done: string;
  readonly undo?: () => Promise<unknown>;
  /** The version that a dialog showed; without it, the newest that is on the screen. */
  readonly seen?: number;
  readonly onDone?: () => void;
}

export interface OrderActs {
  readonly isBusy: boolean;
  readonly conflict: Conflict | null;
  act(run: (version: number) => Promise<unknown>, options: ActOptions): Promise<void>;
  closeConflict(): void;
}

export function useOrderActs(order: Order, queryKey: readonly unknown[]): OrderActs {
  const client = useQueryClient();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey });

  const act: OrderActs['act'] = async (run, options) => {
    setIsBusy(true);
    try {
      await run(options.seen ?? order.version);
      await refresh();
      const { undo } = options;
      const takeBack =
        undo === undefined ? undefined : () => void undo().then(refresh, toast.failed);
      toast.done(options.done, takeBack);
      options.onDone?.();
    } catch (error) {
      const told = conflictOf(error);
      if (told === undefined) {
        toast.failed(error);
        return;
      }
      await refresh();
      const { seen: _, ...rest } = options;
      setConflict({
        changes: told.changes,
        othersCount: told.othersCount,
        again:
          options.seen === undefined
            ? () => void act(() => run(told.version), { ...rest, seen: told.version })
            : null,
      });
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, conflict, act, closeConflict: () => setConflict(null) };
}

interface ToldConflict {
  readonly version: number;
  readonly changes: readonly OrderChange[];
  readonly othersCount: number;
}

function conflictOf(error: unknown): ToldConflict | undefined {
  if (!(error instanceof DoorstepError) || error.code !== 'version-conflict') return undefined;
  const {
    version = 0,
    changes = [],
    othersCount = 0,
  } = (error.data ?? {}) as Partial<ToldConflict>;
  return { version, changes, othersCount };
}
