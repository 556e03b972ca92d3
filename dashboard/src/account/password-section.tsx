import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { PasswordField } from '../session/password-field.tsx';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { accountMessages } from './messages.ts';
import { Pair, Section } from './section.tsx';

export function PasswordSection() {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () => api.changePassword({ current, password }),
    onSuccess: () => {
      toast.done(say('passwordChanged'));
      setCurrent('');
      setPassword('');
    },
  });
  const { detail } = useProblemWords(change.error);
  return (
    <Section title={say('password')} hint={say('passwordHint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Pair>
          <PasswordField
            label={say('currentPassword')}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={change.isError ? detail : undefined}
          />
          <PasswordField
            label={say('newPassword')}
            description={say('passwordRule')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </Pair>
        <Group mt="sm">
          <Button type="submit" variant="default" loading={change.isPending}>
            {say('changePassword')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
