// Asks for a link by mail. Says the same whether or not there is such a user.

import { DoorstepError } from '@doorstep/sdk';
import { Alert, Anchor, Button, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { DoorPage } from './door-page.tsx';
import { sessionMessages } from './messages.ts';
import { pageClient } from './page-client.ts';
import { SignInTold } from './sign-in-problem.tsx';
import type { SignInProblem } from './use-sign-in.ts';

export interface ForgotPasswordProps {
  /** What was typed so far. */
  readonly given: { readonly tenant: string; readonly email: string };
  readonly onBack: () => void;
}

export function ForgotPassword({ given, onBack }: ForgotPasswordProps) {
  const say = useSay(sessionMessages);
  const [tenant, setTenant] = useState(given.tenant);
  const [email, setEmail] = useState(given.email);
  const [isSending, setIsSending] = useState(false);
  const [told, setTold] = useState<'resetSent' | 'resetByAdmin' | null>(null);
  const [problem, setProblem] = useState<SignInProblem | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setIsSending(true);
    setProblem(null);
    try {
      const asked = { tenant: tenant.trim(), email: email.trim() };
      const { mail } = await pageClient().requestPasswordReset(asked);
      setTold(mail ? 'resetSent' : 'resetByAdmin');
    } catch (error) {
      setProblem(problemOf(error));
    }
    setIsSending(false);
  }

  return (
    <DoorPage title={say('forgotTitle')} onSubmit={(event) => void submit(event)}>
      <SignInTold problem={problem} />
      {told !== null ? (
        <Alert variant="light" role="status">
          {say(told)}
        </Alert>
      ) : (
        <>
          <Text c="dimmed">{say('forgotHint')}</Text>
          <TextInput
            label={say('tenant')}
            value={tenant}
            onChange={(event) => setTenant(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
          <TextInput
            type="email"
            label={say('email')}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
          <Button type="submit" loading={isSending} fullWidth>
            {say('sendLink')}
          </Button>
        </>
      )}
      <Anchor component="button" type="button" size="sm" onClick={onBack}>
        {say('backToSignIn')}
      </Anchor>
    </DoorPage>
  );
}

function problemOf(error: unknown): SignInProblem {
  const retryAt = error instanceof DoorstepError ? error.data?.['retryAt'] : undefined;
  return typeof retryAt === 'string' ? { words: 'tooOften', retryAt } : { words: 'unreachable' };
}
