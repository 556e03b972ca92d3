// Signing in. It stands in the place of the screen, so that a link leads where it should afterwards.

import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import { CodeInput } from './code-input.tsx';
import { DoorPage } from './door-page.tsx';
import { ForgotPassword } from './forgot-password.tsx';
import { sessionMessages } from './messages.ts';
import { PasswordField } from './password-field.tsx';
import { SignInTold } from './sign-in-problem.tsx';
import { useSignIn } from './use-sign-in.ts';

export interface SignInProps {
  /** Somebody was signed in here, and is no longer. */
  readonly hasEnded: boolean;
  readonly onSignedIn: () => void;
  /** Where one is signed in already, and came to sign in elsewhere as well. */
  readonly onCancel?: () => void;
}

const NOBODY = { tenant: '', email: '', password: '' };

export function SignIn({ hasEnded, onSignedIn, onCancel }: SignInProps) {
  const say = useSay(sessionMessages);
  const [tenant, keepTenant] = useSetting('tenant');
  const [given, setGiven] = useState({ ...NOBODY, tenant: onCancel ? '' : (tenant ?? '') });
  const [code, setCode] = useState('');
  const [hasForgotten, setHasForgotten] = useState(false);
  const form = useSignIn(() => {
    keepTenant(given.tenant.trim());
    onSignedIn();
  });
  if (hasForgotten) return <ForgotPassword given={given} onBack={() => setHasForgotten(false)} />;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const { password } = given;
    const credentials = { tenant: given.tenant.trim(), email: given.email.trim(), password };
    void form.submit(credentials, form.needsCode ? code : '');
  }

  return (
    <DoorPage title={say(form.needsCode ? 'enterCode' : 'signIn')} onSubmit={submit}>
      {hasEnded && form.problem === null && !form.needsCode && (
        <Alert variant="light">{say('endedHere')}</Alert>
      )}
      <SignInTold problem={form.problem} />
      {form.needsCode ? (
        <CodeInput value={code} onChange={setCode} />
      ) : (
        <Who given={given} onChange={setGiven} />
      )}
      <Button type="submit" loading={form.isSending} fullWidth>
        {say('signIn')}
      </Button>
      <Stack gap={4} align="center">
        {form.needsCode ? (
          <Anchor component="button" type="button" size="sm" onClick={form.restart}>
            {say('back')}
          </Anchor>
        ) : (
          <Anchor component="button" type="button" size="sm" onClick={() => setHasForgotten(true)}>
            {say('forgot')}
          </Anchor>
        )}
        {onCancel !== undefined && (
          <Anchor component="button" type="button" size="sm" onClick={onCancel}>
            {say('cancel')}
          </Anchor>
        )}
      </Stack>
    </DoorPage>
  );
}

interface WhoProps {
  readonly given: typeof NOBODY;
  readonly onChange: (given: typeof NOBODY) => void;
}

function Who({ given, onChange }: WhoProps) {
  const say = useSay(sessionMessages);
  const knowsTenant = useState(given.tenant !== '')[0];
  return (
    <>
      <TextInput
        name="tenant"
        label={say('tenant')}
        description={say('tenantHint')}
        autoComplete="organization"
        autoCapitalize="none"
        value={given.tenant}
        onChange={(event) => onChange({ ...given, tenant: event.currentTarget.value })}
        required
        withAsterisk={false}
        data-autofocus={!knowsTenant || undefined}
      />
      <TextInput
        name="email"
        type="email"
        label={say('email')}
        autoComplete="username"
        value={given.email}
        onChange={(event) => onChange({ ...given, email: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <PasswordField
        name="password"
        label={say('password')}
        autoComplete="current-password"
        value={given.password}
        onChange={(event) => onChange({ ...given, password: event.currentTarget.value })}
      />
    </>
  );
}
