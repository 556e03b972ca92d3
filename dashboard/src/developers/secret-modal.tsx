// The secret that signs what an endpoint gets: shown this once.

import { Button, Group, Modal, Stack } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { SecretShown } from '../shell/secret-shown.tsx';
import { developerMessages } from './messages.ts';

export interface SecretModalProps {
  readonly secret: string;
  readonly onClose: () => void;
}

export function SecretModal({ secret, onClose }: SecretModalProps) {
  const say = useSay(developerMessages);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('signingSecret')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack>
        <SecretShown label={say('signingSecret')} hint={say('signingSecretHint')} secret={secret} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{say('keptIt')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
