// Tries many exceptions again, a chunk after the other, and keeps what came of each.

import type { Exception, RetryExceptionsAnswer } from '@doorstep/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';

export type RetryRow = RetryExceptionsAnswer['rows'][number];

export interface Retry {
  readonly isRunning: boolean;
  /** Null until something was tried. */
  readonly rows: readonly RetryRow[] | null;
  all(type: Exception['type']): void;
  some(exceptions: readonly string[]): void;
  forget(): void;
}

const CHUNK = 50;

export function useRetry(): Retry {
  const { api } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const [isRunning, setIsRunning] = useState(false);
  const [rows, setRows] = useState<readonly RetryRow[] | null>(null);

  const run = async (ask: (cursor: string | null) => Promise<RetryExceptionsAnswer>) => {
    setIsRunning(true);
    setRows([]);
    try {
      let cursor: string | null = null;
      do {
        const page: RetryExceptionsAnswer = await ask(cursor);
        setRows((before) => [...(before ?? []), ...page.rows]);
        cursor = page.nextCursor;
      } while (cursor !== null);
    } catch (error) {
      toast.failed(error);
    } finally {
      setIsRunning(false);
      await client.invalidateQueries({ queryKey: ['exceptions'] });
    }
  };
  return {
    isRunning,
    rows,
    all: (type) =>
      void run((cursor) =>
        api.retryExceptions({ type, limit: CHUNK, ...(cursor === null ? {} : { cursor }) }),
      ),
    some: (exceptions) => void run(() => api.retryExceptions({ exceptions: [...exceptions] })),
    forget: () => setRows(null),
  };
}
