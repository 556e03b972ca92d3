// The session ended while somebody was at work: asks again over the screen, which keeps what was typed.

import type { Me } from '@doorstep/sdk';
import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { CodeInput } from './code-input.tsx';
import { sessionMessages } from './messages.ts';
import { PasswordField } from './password-field.tsx';
import { SignInTold } from './sign-in-problem.tsx';
import { useSignIn } from './use-sign-in.ts';

export interface SignInAgainProps {
  readonly me: Me;
  /** False where somebody else signed in: nothing on the page is theirs. */
  readonly onSignedIn: (isSame: boolean) => void;
}

export function SignInAgain({ me, onSignedIn }: SignInAgainProps) {
  const say = useSay(sessionMessages);
  const known = me.profile?.email ?? '';
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const form = useSignIn(() => onSignedIn(email.trim().toLowerCase() === known));

  function submit(event: FormEvent): void {
    event.preventDefault();
    const credentials = { tenant: me.tenant.slug, email: email.trim(), password };
    void form.submit(credentials, form.needsCode ? code : '');
  }

  return (
    <Modal opened onClose={() => {}} withCloseButton={false} title={say('endedTitle')} trapFocus>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>{say('ended')}</Text>
          <SignInTold problem={form.problem} />
          {form.needsCode ? (
            <CodeInput value={code} onChange={setCode} />
          ) : (
            <>
              <TextInput
                type="email"
                label={say('email')}
                autoComplete="username"
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
                required
                withAsterisk={false}
              />
              <PasswordField
                label={say('password')}
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                data-autofocus
              />
            </>
          )}
          <Button type="submit" loading={form.isSending}>
            {say('signIn')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
