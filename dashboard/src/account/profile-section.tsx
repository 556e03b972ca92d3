import type { Profile } from '@doorstep/sdk';
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { accountMessages } from './messages.ts';
import { Pair, Section } from './section.tsx';

export function ProfileSection({ profile }: { readonly profile: Profile }) {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [name, setName] = useState(profile.name);
  const save = useMutation({
    mutationFn: () => api.changeProfile({ name: name.trim() }),
    onSuccess: () => {
      toast.done(say('saved'));
      void client.invalidateQueries({ queryKey: ['me'] });
    },
    onError: toast.failed,
  });
  const isChanged = name.trim() !== '' && name.trim() !== profile.name;
  return (
    <Section title={say('profile')} hint={say('profileHint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Pair>
          <TextInput
            label={say('name')}
            value={name}
            maxLength={200}
            autoComplete="name"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput label={say('email')} value={profile.email} readOnly variant="filled" />
        </Pair>
        <Group mt="sm">
          <Button type="submit" variant="default" disabled={!isChanged} loading={save.isPending}>
            {say('save')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
