// Signing in. It stands in the place of the screen, so that a link leads where it should afterwards.

import { DoorstepError, doorstepClient } from '@doorstep/sdk';
import { Alert, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { sessionMessages } from './messages.ts';
import classes from './sign-in.module.css';

export interface SignInProps {
  readonly hasEnded: boolean;
  readonly onSignedIn: (token: string) => void;
}

type SignInProblem = 'failed' | 'tooOften' | 'unreachable';

export function SignIn({ hasEnded, onSignedIn }: SignInProps) {
  const say = useSay(sessionMessages);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setIsSending(true);
    const outcome = await signIn(new FormData(event.currentTarget));
    if ('token' in outcome) return onSignedIn(outcome.token);
    setIsSending(false);
    setProblem(outcome.problem);
  }

  return (
    <main className={classes['page']}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <Title order={1} size="h3">
            {say('signIn')}
          </Title>
          {hasEnded && problem === null && <Alert variant="light">{say('ended')}</Alert>}
          {problem !== null && (
            <Alert color="red" variant="light" role="alert">
              {say(problem)}
            </Alert>
          )}
          <TextInput
            name="tenant"
            label={say('tenant')}
            description={say('tenantHint')}
            autoComplete="organization"
            required
            withAsterisk={false}
          />
          <TextInput
            name="email"
            type="email"
            label={say('email')}
            autoComplete="username"
            required
            withAsterisk={false}
          />
          <PasswordInput
            name="password"
            label={say('password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <Button type="submit" loading={isSending} fullWidth>
            {say('signIn')}
          </Button>
        </Stack>
      </form>
    </main>
  );
}

async function signIn(
  given: FormData,
): Promise<{ readonly token: string } | { readonly problem: SignInProblem }> {
  const text = (name: string): string => String(given.get(name) ?? '');
  const client = doorstepClient({ url: window.location.origin });
  try {
    return await client.signIn({
      tenant: text('tenant').trim(),
      email: text('email').trim(),
      password: text('password'),
    });
  } catch (error) {
    if (!(error instanceof DoorstepError)) return { problem: 'unreachable' };
    return { problem: error.code === 'rate-limited' ? 'tooOften' : 'failed' };
  }
}
