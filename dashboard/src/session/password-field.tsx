// A password, which may be looked at while it is typed.

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { sessionMessages } from './messages.ts';

export function PasswordField(props: PasswordInputProps) {
  const say = useSay(sessionMessages);
  return (
    <PasswordInput
      {...props}
      visibilityToggleButtonProps={{ 'aria-label': say('showPassword') }}
      required
      withAsterisk={false}
    />
  );
}
