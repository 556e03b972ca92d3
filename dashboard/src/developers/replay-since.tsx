// Sends what happened since a time once more.

import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { momentOf, typedMoment } from '../orders/moment-field.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { developerMessages } from './messages.ts';

export interface ReplaySinceProps {
  readonly endpoint: string;
  readonly onClose: () => void;
}

const DAY_MS = 86_400_000;

export function ReplaySince({ endpoint, onClose }: ReplaySinceProps) {
  const say = useSay(developerMessages);
  const { api } = useSession();
  const { timeZone } = useLanguage();
  const client = useQueryClient();
  const [since, setSince] = useState(() =>
    typedMoment(new Date(Date.now() - DAY_MS).toISOString(), timeZone),
  );
  const start = useMutation({
    mutationFn: () => api.startWebhookReplay({ endpoint, since: momentOf(since, timeZone) ?? '' }),
    onSuccess: () => {
      onClose();
      void client.invalidateQueries({ queryKey: ['developers'] });
    },
  });
  const { detail } = useProblemWords(start.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('replay')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate();
        }}
      >
        <Stack>
          <TextInput
            type="datetime-local"
            label={say('since')}
            description={`${say('zone', { zone: timeZone })} ${say('replayHint')}`}
            value={since}
            onChange={(event) => setSince(event.currentTarget.value)}
            error={start.isError ? detail : undefined}
            required
            withAsterisk={false}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={start.isPending}>
              {say('startReplay')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
