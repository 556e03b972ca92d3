// The secrets that an account of each provider has. They go in, and never come out again.

import { PasswordInput } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { accountMessages } from './account-messages.ts';

export const SECRETS = {
  stripe: ['secretKey', 'webhookSecret'],
  paypal: ['clientId', 'clientSecret'],
} as const;
export type SecretName = (typeof SECRETS)[keyof typeof SECRETS][number];
export type Secrets = Partial<Record<SecretName, string>>;

export function secretsOf(provider: string): readonly SecretName[] {
  return provider.startsWith('paypal') ? SECRETS.paypal : SECRETS.stripe;
}

export interface SecretFieldsProps {
  readonly provider: string;
  readonly secrets: Secrets;
  readonly areRequired: boolean;
  readonly onChange: (secrets: Secrets) => void;
}

export function SecretFields({ provider, secrets, areRequired, onChange }: SecretFieldsProps) {
  const say = useSay(accountMessages);
  return secretsOf(provider).map((name) => (
    <PasswordInput
      key={name}
      label={say(name)}
      value={secrets[name] ?? ''}
      onChange={(event) => onChange({ ...secrets, [name]: event.currentTarget.value })}
      required={areRequired}
      withAsterisk={false}
      autoComplete="off"
    />
  ));
}

/** What was filled in. */
export function filled(secrets: Secrets): Secrets {
  const given = Object.entries(secrets).filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(given.map(([name, text]) => [name, text.trim()]));
}
