// Tells that something was done, with a way back where there is one; or that it was not, and why.
//
//   const toast = useToast();
//   toast.done(say('tagged', { count }), () => untag.mutate());
//   toast.failed(error);

import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { useSay } from '../language/say.ts';
import { loadPart } from './load-part.ts';
import { shellMessages } from './messages.ts';
import { problemWords } from './problem.tsx';

export interface Toast {
  done(message: string, undo?: () => void): void;
  failed(error: unknown): void;
}

const SHOWN_MS = 6000;

/** Not of the first paint. */
const loadNotifications = () =>
  loadPart(async () => (await import('@mantine/notifications')).notifications);

export function useToast(): Toast {
  const say = useSay(shellMessages);
  return useMemo<Toast>(
    () => ({
      async done(message, undo) {
        const notifications = await loadNotifications();
        const id = notifications.show({
          withBorder: true,
          autoClose: SHOWN_MS,
          closeButtonProps: { 'aria-label': say('close') },
          message: (
            <Group justify="space-between" wrap="nowrap">
              <span>{message}</span>
              {undo !== undefined && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => {
                    notifications.hide(id);
                    undo();
                  }}
                >
                  {say('undo')}
                </Button>
              )}
            </Group>
          ),
        });
      },
      async failed(error) {
        const { detail, remedy, code, requestId } = problemWords(error, say('unreachable'));
        const notifications = await loadNotifications();
        notifications.show({
          color: 'red',
          withBorder: true,
          autoClose: false,
          closeButtonProps: { 'aria-label': say('close') },
          title: detail,
          message: [remedy, code, requestId].filter((part) => part !== null).join(' · '),
        });
      },
    }),
    [say],
  );
}
