// Matches a report file, as a provider lets it be downloaded, against the ledger.

import type { ReceivedReport } from '@doorstep/sdk';
import {
  Alert,
  Button,
  FileInput,
  Group,
  List,
  Modal,
  NativeSelect,
  Stack,
  Text,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { paymentMessages } from './messages.ts';

export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(paymentMessages);
  const { api } = useSession();
  const client = useQueryClient();
  const [account, setAccount] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const accounts = useQuery({
    queryKey: ['payments', 'accounts'],
    queryFn: () => api.listProviderConnections({ limit: 200 }),
  });
  const items = accounts.data?.items ?? [];
  const chosen = account ?? items[0]?.id ?? null;
  const send = useMutation({
    mutationFn: async () => {
      if (file === null || chosen === null) throw new Error('nothing to send');
      return api.sendProviderReport(file, { connection: chosen, fileName: file.name });
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: ['payments'] }),
  });
  const { detail } = useProblemWords(send.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('sendReport')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {say('reportHint')}
          </Text>
          <NativeSelect
            label={say('account')}
            data={items.map((one) => ({ value: one.id, label: `${one.name} (${one.provider})` }))}
            value={chosen ?? ''}
            onChange={(event) => setAccount(event.currentTarget.value)}
            translate="no"
          />
          <FileInput
            label={say('file')}
            placeholder={say('chooseFile')}
            accept=".csv,text/csv"
            value={file}
            onChange={setFile}
          />
          {send.isError && (
            <Alert color="red" variant="light" role="alert">
              {detail}
            </Alert>
          )}
          {send.data !== undefined && <Outcome report={send.data} />}
          <Buttons
            isSending={send.isPending}
            isReady={file !== null && chosen !== null}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}

function Outcome({ report: { statement, unread } }: { readonly report: ReceivedReport }) {
  const say = useSay(paymentMessages);
  const { lines, newLines, differences } = statement;
  return (
    <Alert color={unread.length === 0 ? 'teal' : 'orange'} variant="light" role="status">
      {say('reportRead', { lines, newLines, differences })}
      {unread.length > 0 && (
        <List size="sm" translate="no">
          {unread.slice(0, SHOWN).map(({ row, problem }) => (
            <List.Item key={row}>{say('unread', { row, problem })}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

const SHOWN = 10;

interface ButtonsProps {
  readonly isSending: boolean;
  readonly isReady: boolean;
  readonly onClose: () => void;
}

function Buttons({ isSending, isReady, onClose }: ButtonsProps) {
  const say = useSay(paymentMessages);
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {say('close')}
      </Button>
      <Button type="submit" loading={isSending} disabled={!isReady}>
        {say('sendReport')}
      </Button>
    </Group>
  );
}
