// What can be done with many selected exceptions at once.

import type { AssignExceptionsAnswer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { exceptionMessages } from './messages.ts';
import { snoozedUntil } from './snooze.ts';
import type { Retry } from './use-retry.ts';

export interface BulkBarProps {
  readonly selected: ReadonlySet<string>;
  readonly retry: Retry;
  readonly onDone: () => void;
}

export function BulkBar({ selected, retry, onDone }: BulkBarProps) {
  const say = useSay(exceptionMessages);
  const { api, can } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  if (selected.size === 0 || !can('exceptions:write')) return null;
  const exceptions = [...selected];
  const run = (act: () => Promise<AssignExceptionsAnswer>): void =>
    void act().then(async ({ done, rows }) => {
      toast.done(say('doneMany', { done, count: rows.length }));
      onDone();
      await client.invalidateQueries({ queryKey: ['exceptions'] });
    }, toast.failed);
  return (
    <>
      <span>{say('selected', { count: selected.size })}</span>
      <Button
        size="compact-sm"
        onClick={() => {
          retry.some(exceptions);
          onDone();
        }}
      >
        {say('retrySelected')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => run(() => api.assignExceptions({ exceptions, owner: 'me' }))}
      >
        {say('takeIt')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          const until = snoozedUntil('tomorrow', new Date()).toISOString();
          run(() => api.snoozeExceptions({ exceptions, until }));
        }}
      >
        {say('tomorrow')}
      </Button>
    </>
  );
}
