// A role of one's own: made, changed, deleted. Nobody gives a right they do not hold.

import type { Scope } from '@doorstep/core/access/scope.ts';
import type { Role } from '@doorstep/sdk';
import { Button, Checkbox, Group, Input, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { codeOf } from './code-of.ts';
import { settingsMessages } from './messages.ts';
import { AREAS, useScopeWords } from './scope-words.ts';
import classes from './settings.module.css';

export interface RoleDialogProps {
  /** Null: a new one. */
  readonly role: Role | null;
  readonly onClose: () => void;
}

export function RoleDialog({ role, onClose }: RoleDialogProps) {
  const say = useSay(settingsMessages);
  const { can } = useSession();
  const [name, setName] = useState(role?.name ?? '');
  const [scopes, setScopes] = useState<readonly string[]>(role?.scopes ?? []);
  const { save, remove, error } = useRoleActs(role, onClose);
  // Whoever may do less than the role looks at it.
  const mayEdit = can('access:write') && (role?.scopes ?? []).every((scope) => can(scope as Scope));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={role === null ? say('newRole') : <span translate="no">{role.name}</span>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ name: name.trim(), scopes });
        }}
      >
        <Stack>
          <TextInput
            label={say('name')}
            value={name}
            maxLength={100}
            disabled={!mayEdit}
            onChange={(event) => setName(event.currentTarget.value)}
            error={error}
            required
            withAsterisk={false}
            data-autofocus
          />
          <RightChoice scopes={scopes} onChange={setScopes} isDisabled={!mayEdit} />
          {role !== null && role.users > 0 && (
            <Text size="sm" c="dimmed">
              {say('bitesAtOnce', { count: role.users })}
            </Text>
          )}
          {mayEdit && (
            <Group justify="flex-end">
              {role !== null && (
                <Button
                  variant="default"
                  disabled={role.users > 0}
                  loading={remove.isPending}
                  onClick={() => remove.mutate()}
                >
                  {say('deleteRole')}
                </Button>
              )}
              <Button type="submit" loading={save.isPending} disabled={scopes.length === 0}>
                {say(role === null ? 'create' : 'save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Modal>
  );
}

interface RightChoiceProps {
  readonly scopes: readonly string[];
  readonly onChange: (scopes: readonly string[]) => void;
  readonly isDisabled: boolean;
}

function RightChoice({ scopes, onChange, isDisabled }: RightChoiceProps) {
  const say = useSay(settingsMessages);
  const { can } = useSession();
  const words = useScopeWords();
  return (
    <Input.Wrapper label={say('rights')} labelElement="div">
      <Checkbox.Group value={[...scopes]} onChange={onChange}>
        <div className={classes['rights']}>
          {AREAS.map((area) => (
            <div key={area.id} className={classes['rightsRow']}>
              <span>{words.area(area.id)}</span>
              {area.scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  value={scope}
                  size="xs"
                  label={words.act(scope)}
                  aria-label={`${words.area(area.id)}: ${words.act(scope)}`}
                  disabled={isDisabled || !can(scope)}
                />
              ))}
            </div>
          ))}
        </div>
      </Checkbox.Group>
    </Input.Wrapper>
  );
}

function useRoleActs(role: Role | null, onClose: () => void) {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const done = (words: string): void => {
    toast.done(words);
    void client.invalidateQueries({ queryKey: ['users'] });
    onClose();
  };
  const save = useMutation({
    mutationFn: ({ name, scopes }: { name: string; scopes: readonly string[] }) => {
      const given = [...scopes] as Scope[];
      if (role?.id == null) return api.createRole({ code: codeOf(name), name, scopes: given });
      const seen = role.version === null ? {} : { version: role.version };
      return api.changeRole({ role: role.id, name, scopes: given, ...seen });
    },
    onSuccess: () => done(say('roleSaved')),
  });
  const remove = useMutation({
    mutationFn: () => api.deleteRole({ role: role?.id ?? '' }),
    onSuccess: () => done(say('roleDeleted')),
    onError: toast.failed,
  });
  const { detail } = useProblemWords(save.error);
  return { save, remove, error: save.isError ? detail : undefined };
}
