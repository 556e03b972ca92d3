// Asks for the password once more, before something that a stolen session must not do.

import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { PasswordField } from '../session/password-field.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { accountMessages } from './messages.ts';

export interface AskPasswordProps {
  readonly title: string;
  /** What the button says. */
  readonly does: string;
  readonly send: (password: string) => Promise<void>;
  readonly onClose: () => void;
}

export function AskPassword({ title, does, send, onClose }: AskPasswordProps) {
  const say = useSay(accountMessages);
  const [password, setPassword] = useState('');
  const asking = useMutation({ mutationFn: () => send(password) });
  const { detail } = useProblemWords(asking.error);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          asking.mutate();
        }}
      >
        <Stack>
          <PasswordField
            label={say('yourPassword')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={asking.isError ? detail : undefined}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={asking.isPending}>
              {does}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
