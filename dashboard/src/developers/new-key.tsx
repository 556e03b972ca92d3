// Makes an API key, within what one may do oneself.

import { SCOPES, type Scope } from '@doorstep/core/access/scope.ts';
import type { NewApiKey } from '@doorstep/sdk';
import {
  Button,
  Checkbox,
  Group,
  Input,
  Modal,
  NativeSelect,
  Stack,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import classes from './developers.module.css';
import { developerMessages } from './messages.ts';

export interface NewKeyProps {
  readonly onMade: (key: NewApiKey) => void;
  readonly onClose: () => void;
}

const DAY_MS = 86_400_000;
const DAYS = ['', '30', '90', '365'] as const;

export function NewKey({ onMade, onClose }: NewKeyProps) {
  const say = useSay(developerMessages);
  const { api } = useSession();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['orders:read']);
  const [days, setDays] = useState('');
  const make = useMutation({
    mutationFn: () => {
      const expiresAt =
        days === '' ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
      return api.createApiKey({ name: name.trim(), scopes, expiresAt });
    },
    onSuccess: onMade,
  });
  const { detail } = useProblemWords(make.error);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={say('newKey')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={say('name')}
            description={say('keyNameHint')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            error={make.isError ? detail : undefined}
            required
            withAsterisk={false}
            data-autofocus
          />
          <ScopeChoice scopes={scopes} onChange={setScopes} />
          <NativeSelect
            label={say('expires')}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
            data={DAYS.map((count) => ({
              value: count,
              label: count === '' ? say('neverExpires') : say('inDays', { count: Number(count) }),
            }))}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={make.isPending} disabled={scopes.length === 0}>
              {say('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ScopeChoiceProps {
  readonly scopes: Scope[];
  readonly onChange: (scopes: Scope[]) => void;
}

/** What one holds oneself: nobody hands out more. */
function ScopeChoice({ scopes, onChange }: ScopeChoiceProps) {
  const say = useSay(developerMessages);
  const { can } = useSession();
  const open = SCOPES.filter((scope) => can(scope));
  const shortcuts = [
    { name: 'allScopes', chosen: open },
    { name: 'readScopes', chosen: open.filter((scope) => scope.endsWith(':read')) },
    { name: 'noScopes', chosen: [] },
  ] as const;
  return (
    <Input.Wrapper label={say('scopes')} labelElement="div">
      <Group gap="xs" my="xs">
        {shortcuts.map(({ name, chosen }) => (
          <Button
            key={name}
            size="compact-sm"
            variant="default"
            onClick={() => onChange([...chosen])}
          >
            {say(name)}
          </Button>
        ))}
      </Group>
      <Checkbox.Group value={scopes} onChange={(chosen) => onChange(chosen as Scope[])}>
        <div className={classes['scopes']} translate="no">
          {open.map((scope) => (
            <Checkbox key={scope} value={scope} label={scope} size="xs" />
          ))}
        </div>
      </Checkbox.Group>
    </Input.Wrapper>
  );
}
