// What one may do about an account: try it out, read its statements, give it other credentials, take it
// into or out of use.

import type { ProviderConnection } from '@doorstep/sdk';
import { Alert, Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { accountMessages } from './account-messages.ts';
import { RotateSecrets } from './rotate-secrets.tsx';

const DAY_MS = 86_400_000;
const DAYS_BACK = 7;

export function AccountActions({ account }: { readonly account: ProviderConnection }) {
  const say = useSay(accountMessages);
  const { api, can } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [isRotating, setIsRotating] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['payments', 'accounts'] });
  const test = useMutation({
    mutationFn: () => api.testProviderConnection({ connection: account.id }),
    onSuccess: refresh,
    onError: toast.failed,
  });
  const fetchNow = useFetchNow(account);
  const use = useMutation({
    mutationFn: () =>
      api.changeProviderConnection({
        connection: account.id,
        active: !account.active,
        version: account.version,
      }),
    onSuccess: refresh,
    onError: toast.failed,
  });
  return (
    <>
      <Group gap="xs">
        <Button size="xs" loading={test.isPending} onClick={() => test.mutate()}>
          {say('testConnection')}
        </Button>
        {account.statements !== null && (
          <Button
            size="xs"
            variant="default"
            loading={fetchNow.isPending}
            onClick={() => fetchNow.mutate()}
          >
            {say('fetchNow')}
          </Button>
        )}
        {can('access:write') && (
          <>
            <Button size="xs" variant="default" onClick={() => setIsRotating(true)}>
              {say('rotate')}
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={use.isPending}
              onClick={() => use.mutate()}
            >
              {say(account.active ? 'takeOutOfUse' : 'takeIntoUse')}
            </Button>
          </>
        )}
      </Group>
      {test.data !== undefined && <Trial trial={test.data.trial} />}
      {isRotating && <RotateSecrets account={account} onClose={() => setIsRotating(false)} />}
    </>
  );
}

function Trial({ trial }: { readonly trial: ProviderConnection['trial'] }) {
  const say = useSay(accountMessages);
  if (trial === null) return null;
  return (
    <Alert color={trial.failure === null ? 'teal' : 'red'} variant="light" role="status">
      {trial.failure === null
        ? say('testWorked')
        : say('testFailed', { why: trial.detail ?? trial.failure })}
    </Alert>
  );
}

/** Reads what was booked in the last days, in the background. */
function useFetchNow({ id }: ProviderConnection) {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const toast = useToast();
  return useMutation({
    mutationFn: () => {
      const now = Date.now();
      const from = new Date(now - DAYS_BACK * DAY_MS).toISOString();
      return api.fetchProviderStatement({ connection: id, from, to: new Date(now).toISOString() });
    },
    onSuccess: () => toast.done(say('fetching')),
    onError: toast.failed,
  });
}
