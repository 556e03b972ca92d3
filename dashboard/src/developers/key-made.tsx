// A key that was just made: its secret is shown this once, with commands that run as they are.

import type { NewApiKey } from '@doorstep/sdk';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { SecretShown } from '../shell/secret-shown.tsx';
import { developerMessages } from './messages.ts';
import { snippetsOf } from './snippets.ts';

export interface KeyMadeProps {
  readonly made: NewApiKey;
  readonly onClose: () => void;
}

export function KeyMade({ made, onClose }: KeyMadeProps) {
  const say = useSay(developerMessages);
  const secret = made.secret ?? '';
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={say('keyMade')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack>
        <SecretShown label={made.name} hint={say('keyMadeHint')} secret={secret} />
        {snippetsOf(window.location.origin, secret).map(({ name, text }) => (
          <SecretShown key={name} label={name} secret={text} />
        ))}
        <Group justify="flex-end">
          <Button onClick={onClose}>{say('keptIt')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
