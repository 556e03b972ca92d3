// The books: periods that are closed, the journal as a file, and the chart of accounts.

import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { accountMessages } from './account-messages.ts';
import { ChartForm } from './chart-form.tsx';
import classes from './payments.module.css';

const DAY_MS = 86_400_000;
const dayBefore = (days: number): string =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const MONTH_DAYS = 30;

export function BooksTab() {
  const { can } = useSession();
  return (
    <div className={classes['scroll']}>
      <Stack gap="xl">
        <ExportJournal />
        <Closings mayClose={can('payments:write')} />
        <ChartForm />
      </Stack>
    </div>
  );
}

function ExportJournal() {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const toast = useToast();
  const [from, setFrom] = useState(dayBefore(MONTH_DAYS));
  const [through, setThrough] = useState(dayBefore(1));
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'ndjson') => {
      const answer = await api.exportJournal({ from, through, format });
      saveFile(await answer.blob(), `journal-${from}-${through}.${format}`);
    },
    onSuccess: () => toast.done(say('exported')),
    onError: toast.failed,
  });
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say('exportJournal')}
      </Title>
      <Group align="end">
        <TextInput
          type="date"
          label={say('exportFrom')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={say('exportThrough')}
          value={through}
          onChange={(event) => setThrough(event.currentTarget.value)}
        />
        {(['csv', 'ndjson'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={16} />}
            loading={save.isPending && save.variables === format}
            onClick={() => save.mutate(format)}
            translate="no"
          >
            {format === 'csv' ? 'CSV' : 'JSON'}
          </Button>
        ))}
      </Group>
    </section>
  );
}

function Closings({ mayClose }: { readonly mayClose: boolean }) {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const formats = useFormats();
  const read = useQuery({
    queryKey: ['payments', 'closings'],
    queryFn: () => api.listClosings({ limit: 50 }),
  });
  if (read.isError) return <Problem error={read.error} onRetry={() => void read.refetch()} />;
  const { items = [], names = {} } = read.data ?? {};
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say('period')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say('closeHint')}
      </Text>
      {mayClose && <CloseBooks />}
      {read.data !== undefined && items.length === 0 && <Text mt="sm">{say('noClosings')}</Text>}
      {items.length > 0 && (
        <table className={classes['lines']}>
          <thead>
            <tr>
              <th scope="col">{say('period')}</th>
              <th scope="col">{say('entries')}</th>
              <th scope="col">{say('closedBy')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td translate="no">
                  {one.from} – {one.through}
                </td>
                <td>{formats.number(one.entries)}</td>
                <td translate="no">{names[one.createdBy] ?? one.createdBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function CloseBooks() {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [through, setThrough] = useState(dayBefore(1));
  const close = useMutation({
    mutationFn: () => api.closeBooks({ through }),
    onSuccess: ({ through: day }) => {
      toast.done(say('closed', { day }));
      void client.invalidateQueries({ queryKey: ['payments', 'closings'] });
    },
    onError: toast.failed,
  });
  return (
    <Group align="end">
      <TextInput
        type="date"
        label={say('closeThrough')}
        value={through}
        onChange={(event) => setThrough(event.currentTarget.value)}
      />
      <Button loading={close.isPending} onClick={() => close.mutate()}>
        {say('closeBooks')}
      </Button>
    </Group>
  );
}

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
