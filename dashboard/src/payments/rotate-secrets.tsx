// Gives an account other credentials.

import type { ProviderConnection } from '@doorstep/sdk';
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { accountMessages } from './account-messages.ts';
import { filled, SecretFields, type Secrets } from './secret-fields.tsx';

export interface RotateSecretsProps {
  readonly account: ProviderConnection;
  readonly onClose: () => void;
}

export function RotateSecrets({ account, onClose }: RotateSecretsProps) {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [secrets, setSecrets] = useState<Secrets>({});
  const rotate = useMutation({
    mutationFn: () =>
      api.rotateProviderSecrets({ connection: account.id, secrets: filled(secrets) }),
    onSuccess: () => {
      toast.done(say('rotated'));
      void client.invalidateQueries({ queryKey: ['payments', 'accounts'] });
      onClose();
    },
  });
  const { detail } = useProblemWords(rotate.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('rotate')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rotate.mutate();
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {say('rotateHint')}
          </Text>
          <SecretFields
            provider={account.provider}
            secrets={secrets}
            areRequired={false}
            onChange={setSecrets}
          />
          {rotate.isError && (
            <Alert color="red" variant="light" role="alert">
              {detail}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={rotate.isPending}>
              {say('rotate')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
