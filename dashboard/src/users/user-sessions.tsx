// The open sessions of a user, for an admin.

import type { User } from '@doorstep/sdk';
import { Button, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { userMessages } from './messages.ts';

export function UserSessions({ user }: { readonly user: User }) {
  const say = useSay(userMessages);
  const formats = useFormats();
  const { api, can, me } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const key = ['users', 'sessions', user.id];
  const sessions = useQuery({
    queryKey: key,
    queryFn: () => api.listSessions({ user: user.id, limit: 20 }),
  });
  const endAll = useMutation({
    mutationFn: () => api.endSessions({ user: user.id }),
    onSuccess: () => {
      toast.done(say('sessionsEnded'));
      void client.invalidateQueries({ queryKey: key });
    },
    onError: toast.failed,
  });
  const items = sessions.data?.items ?? [];
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {say('sessions')}
      </Title>
      {sessions.isSuccess && items.length === 0 && <Text c="dimmed">{say('noSessions')}</Text>}
      {items.map((one) => (
        <div key={one.id}>
          <Text translate="no">{one.device}</Text>
          <Text size="sm" c="dimmed">
            <span translate="no">{one.address}</span> ·{' '}
            {say('lastUsed', { when: formats.relative(one.lastUsedAt) })}
          </Text>
        </div>
      ))}
      {items.length > 0 && can('access:write') && me.actor.id !== user.id && (
        <div>
          <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate()}>
            {say('endAll')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
