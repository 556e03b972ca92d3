// How far the newest replay of an endpoint is, while it runs and for a while after.

import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { developerMessages } from './messages.ts';

const RUNNING_MS = 1000;
const TOLD_FOR_MS = 10 * 60_000;

export function ReplayProgress({ endpoint }: { readonly endpoint: string }) {
  const say = useSay(developerMessages);
  const formats = useFormats();
  const { api, can } = useSession();
  const toast = useToast();
  const replays = useQuery({
    queryKey: ['developers', 'replays', endpoint],
    queryFn: () => api.listWebhookReplays({ endpoint, limit: 1 }),
    refetchInterval: ({ state }) =>
      state.data?.items[0]?.state === 'running' ? RUNNING_MS : false,
  });
  const newest = replays.data?.items[0];
  const cancel = useMutation({
    mutationFn: (replay: string) => api.cancelWebhookReplay({ endpoint, replay }),
    onSuccess: () => void replays.refetch(),
    onError: toast.failed,
  });
  if (newest === undefined) return null;
  const { state, finishedAt, lookedAt, queued } = newest;
  const isRunning = state === 'running';
  if (!isRunning && Date.now() - new Date(finishedAt ?? 0).getTime() > TOLD_FOR_MS) return null;
  return (
    <Group gap="sm" role="status">
      <Text size="sm">
        {say(isRunning ? 'replayRunning' : state === 'done' ? 'replayDone' : 'replayCanceled', {
          looked: formats.number(lookedAt),
          queued: formats.number(queued),
        })}
      </Text>
      {isRunning && can('webhooks:write') && (
        <Button size="compact-sm" variant="default" onClick={() => cancel.mutate(newest.id)}>
          {say('endReplay')}
        </Button>
      )}
    </Group>
  );
}
