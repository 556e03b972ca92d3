// The code of a second factor: six digits from the app, or a recovery code.

import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useSay } from '../language/say.ts';
import { sessionMessages } from './messages.ts';

export interface CodeInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isPlain?: boolean;
}

export function CodeInput({ value, onChange, isPlain = false }: CodeInputProps) {
  const say = useSay(sessionMessages);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextInput
      ref={input}
      name="code"
      label={say('code')}
      description={isPlain ? undefined : say('codeHint')}
      autoComplete="one-time-code"
      autoCapitalize="none"
      inputMode="text"
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      required
      withAsterisk={false}
    />
  );
}
