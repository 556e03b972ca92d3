// Makes a user. The password is made up here and never shown: the user sets one with the link.

import type { User } from '@doorstep/sdk';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { userMessages } from './messages.ts';
import { RoleChoice } from './role-choice.tsx';

export interface NewUserProps {
  readonly onMade: (user: User) => void;
  readonly onClose: () => void;
}

export function NewUser({ onMade, onClose }: NewUserProps) {
  const say = useSay(userMessages);
  const { api } = useSession();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('service');
  const make = useMutation({
    mutationFn: () =>
      api.createUser({ name: name.trim(), email: email.trim(), role, password: nobodyKnows() }),
    onSuccess: onMade,
  });
  const { detail } = useProblemWords(make.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('newUser')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={say('name')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            withAsterisk={false}
            data-autofocus
          />
          <TextInput
            type="email"
            label={say('email')}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={make.isError ? detail : undefined}
            required
            withAsterisk={false}
          />
          <RoleChoice value={role} onChange={setRole} />
          <Text size="sm" c="dimmed">
            {say('newUserHint')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {say('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function nobodyKnows(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes));
}
