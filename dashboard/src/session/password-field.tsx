// A password, hidden until one wants to see it.

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { sessionMessages } from './messages.ts';

export function PasswordField(props: PasswordInputProps) {
  const say = useSay(sessionMessages);
  return (
    <PasswordInput {...props} visibilityToggleButtonProps={{ 'aria-label': say('showPassword') }} />
  );
}
