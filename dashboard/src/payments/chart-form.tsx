// The accounts that entries stand on, one per role; per provider where the chart names one.

import type { ChartOfAccounts } from '@doorstep/sdk';
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { accountMessages } from './account-messages.ts';

type Account = ChartOfAccounts['accounts'][number];

export function ChartForm() {
  const { api } = useSession();
  const read = useQuery({ queryKey: ['payments', 'chart'], queryFn: () => api.getChart() });
  if (read.isError) return <Problem error={read.error} onRetry={() => void read.refetch()} />;
  // Another version is another form: what was typed into the old one is not meant for it.
  return read.data === undefined ? null : <Form key={read.data.version} chart={read.data} />;
}

function Form({ chart }: { readonly chart: ChartOfAccounts }) {
  const say = useSay(accountMessages);
  const { api, can } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [accounts, setAccounts] = useState<readonly Account[]>(chart.accounts);
  const save = useMutation({
    mutationFn: () => api.setChart({ accounts: [...accounts], version: chart.version }),
    onSuccess: () => {
      toast.done(say('chartSaved'));
      void client.invalidateQueries({ queryKey: ['payments', 'chart'] });
    },
    onError: toast.failed,
  });
  const change = (place: number, by: Partial<Account>): void =>
    setAccounts(accounts.map((one, at) => (at === place ? { ...one, ...by } : one)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Title order={2} size="h4" mb="xs">
        {say('chart')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say('chartHint')}
      </Text>
      <Stack gap="xs" maw={560}>
        {accounts.map((one, place) => {
          const role = say(one.role);
          const label =
            one.provider === null ? role : say('ofProvider', { role, provider: one.provider });
          return (
            <Group key={`${one.role} ${one.provider}`} align="end" wrap="nowrap" gap="xs">
              <TextInput
                label={label}
                value={one.code}
                onChange={(event) => change(place, { code: event.currentTarget.value })}
                readOnly={!can('payments:write')}
                w={140}
                required
                withAsterisk={false}
              />
              <TextInput
                aria-label={`${label} ${say('name')}`}
                value={one.name}
                onChange={(event) => change(place, { name: event.currentTarget.value })}
                readOnly={!can('payments:write')}
                flex={1}
                required
              />
            </Group>
          );
        })}
      </Stack>
      {can('payments:write') && (
        <Button type="submit" mt="md" variant="default" loading={save.isPending}>
          {say('saveChart')}
        </Button>
      )}
    </form>
  );
}
