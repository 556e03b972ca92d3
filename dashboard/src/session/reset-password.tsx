// Where a link to reset the password leads. What it carries stands behind the `#`: no server sees it.

import { DoorstepError } from '@doorstep/sdk';
import { Alert, Button, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import { DoorPage } from './door-page.tsx';
import { sessionMessages } from './messages.ts';
import { pageClient } from './page-client.ts';
import { PasswordField } from './password-field.tsx';

type Outcome = 'resetDone' | 'resetInvalid' | 'unreachable';

export function ResetPassword() {
  const say = useSay(sessionMessages);
  const [link] = useState(() => new URLSearchParams(window.location.hash.slice(1)));
  const [, keepTenant] = useSetting('tenant');
  const [password, setPassword] = useState('');
  const [isSending, setIsSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const tenant = link.get('tenant') ?? '';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (outcome === 'resetDone') return leave();
    setIsSending(true);
    try {
      const token = link.get('token') ?? '';
      await pageClient().redeemPasswordReset({ tenant, token, password });
      keepTenant(tenant);
      setOutcome('resetDone');
    } catch (error) {
      const isKnown = error instanceof DoorstepError && error.status < 500;
      setOutcome(isKnown ? 'resetInvalid' : 'unreachable');
    }
    setIsSending(false);
  }

  function leave(): void {
    // The token must not stay in the address, nor in the way back.
    window.location.replace('/');
  }

  return (
    <DoorPage title={say('newPassword')} onSubmit={(event) => void submit(event)}>
      {outcome !== null && (
        <Alert
          color={outcome === 'resetDone' ? 'teal' : 'red'}
          variant="light"
          role={outcome === 'resetDone' ? 'status' : 'alert'}
        >
          {say(outcome)}
        </Alert>
      )}
      {outcome !== 'resetDone' && (
        <>
          <Text c="dimmed">{say('newPasswordHint')}</Text>
          <PasswordField
            label={say('newPassword')}
            description={say('passwordRule')}
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      <Button type="submit" loading={isSending} fullWidth>
        {say(outcome === 'resetDone' ? 'backToSignIn' : 'savePassword')}
      </Button>
      {outcome === 'resetInvalid' && (
        <Button variant="default" fullWidth onClick={leave}>
          {say('backToSignIn')}
        </Button>
      )}
    </DoorPage>
  );
}
