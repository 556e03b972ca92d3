// Sets a second factor up: the password, a QR code for the app, a first code of it.

import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { CodeInput } from '../session/code-input.tsx';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { AskPassword } from './ask-password.tsx';
import { accountMessages } from './messages.ts';
import { QrCode } from './qr-code.tsx';

export interface EnrollSecondFactorProps {
  readonly onClose: () => void;
  readonly onEnrolled: (recoveryCodes: readonly string[]) => void;
}

export function EnrollSecondFactor({ onClose, onEnrolled }: EnrollSecondFactorProps) {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const [begun, setBegun] = useState<{ secret: string; uri: string } | null>(null);
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => api.confirmSecondFactor({ code }),
    onSuccess: ({ recoveryCodes }) => onEnrolled(recoveryCodes),
  });
  if (begun === null)
    return (
      <AskPassword
        title={say('setUpTitle')}
        does={say('next')}
        onClose={onClose}
        send={async (password) => {
          const { secret, uri } = await api.beginSecondFactor({ password });
          setBegun({ secret: secret ?? '', uri: uri ?? '' });
        }}
      />
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('setUpTitle')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate();
        }}
      >
        <Stack>
          <Text>{say('scan')}</Text>
          <QrCode text={begun.uri} label={say('qrCode')} />
          <Text size="sm" c="dimmed">
            {say('orType')} <Code translate="no">{begun.secret.replaceAll(/(.{4})/g, '$1 ')}</Code>
          </Text>
          <CodeInput value={code} onChange={setCode} isPlain />
          {confirm.isError && <Problem error={confirm.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={confirm.isPending}>
              {say('switchOn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
