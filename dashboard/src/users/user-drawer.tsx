// One user: role, way in, sessions, and the help an admin gives.

import type { User } from '@doorstep/sdk';
import { Badge, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { SecretShown } from '../shell/secret-shown.tsx';
import { useToast } from '../shell/toast.tsx';
import { userMessages } from './messages.ts';
import { RoleChoice } from './role-choice.tsx';
import { UserSessions } from './user-sessions.tsx';

export interface UserDrawerProps {
  readonly user: User;
  readonly onClose: () => void;
}

export function UserDrawer({ user, onClose }: UserDrawerProps) {
  const say = useSay(userMessages);
  const formats = useFormats();
  const { can } = useSession();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title={<span translate="no">{user.name}</span>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack gap="lg">
        <Group gap="xs">
          <Text translate="no">{user.email}</Text>
          {user.disabledAt !== null && (
            <Badge color="red" variant="dot">
              {say('disabled')}
            </Badge>
          )}
        </Group>
        <Text c="dimmed" size="sm">
          {say('createdOn', { day: formats.day(user.createdAt) })} · {say('secondFactor')}:{' '}
          {say(user.secondFactor ? 'on' : 'off')}
        </Text>
        {can('access:write') && <UserActions user={user} />}
        <UserSessions user={user} />
      </Stack>
    </Drawer>
  );
}

function UserActions({ user }: { readonly user: User }) {
  const say = useSay(userMessages);
  const { api, me } = useSession();
  const [link, setLink] = useState<string | null>(null);
  const act = useAct();
  const isMe = me.actor.id === user.id;
  const isActive = user.disabledAt === null;
  const makeLink = async (): Promise<void> => {
    const made = await api.issuePasswordReset({ user: user.id });
    setLink(made.url ?? new URL(made.path ?? '', window.location.origin).href);
  };
  return (
    <Stack>
      <RoleChoice
        value={user.role}
        isDisabled={isMe}
        onChange={(role) =>
          act.run(say('roleChanged'), () => api.changeUser({ user: user.id, role }))
        }
      />
      <Group gap="xs">
        {isActive && (
          <Button variant="default" onClick={() => act.run(null, makeLink)}>
            {say('resetLink')}
          </Button>
        )}
        <Button
          variant="default"
          onClick={() => act.run(say('unlocked'), () => api.unlockUser({ user: user.id }))}
        >
          {say('unlock')}
        </Button>
        {user.secondFactor && (
          <Button
            variant="default"
            onClick={() =>
              act.run(say('factorReset'), () => api.resetSecondFactor({ user: user.id }))
            }
          >
            {say('resetFactor')}
          </Button>
        )}
        {!isMe && (
          <Button
            variant="default"
            onClick={() =>
              act.run(say(isActive ? 'wasDisabled' : 'wasEnabled'), () =>
                api.changeUser({ user: user.id, disabled: isActive }),
              )
            }
          >
            {say(isActive ? 'disable' : 'enable')}
          </Button>
        )}
      </Group>
      {link !== null && (
        <SecretShown label={say('resetLinkFor')} hint={say('resetLinkHint')} secret={link} />
      )}
    </Stack>
  );
}

/** Does something about the user, says that it is done, and reads the list anew. */
function useAct() {
  const toast = useToast();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ work }: { work: () => Promise<unknown>; done: string | null }) => work(),
    onSuccess: (_, { done }) => {
      if (done !== null) toast.done(done);
      void client.invalidateQueries({ queryKey: ['users'] });
    },
    onError: toast.failed,
  });
  return {
    run: (done: string | null, work: () => Promise<unknown>) => mutation.mutate({ work, done }),
  };
}
