// Pause, go on, limit, stop: what one does while a drop runs.

import type { GetDropAnswer } from '@doorstep/sdk';
import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { useToast } from '../shell/toast.tsx';
import { dropMessages } from './messages.ts';
import { PoolDialog } from './pool-dialog.tsx';

export interface DropActionsProps {
  readonly drop: GetDropAnswer;
  readonly onDone: () => void;
}

export function DropActions({ drop, onDone }: DropActionsProps) {
  const say = useSay(dropMessages);
  const { api } = useSession();
  const toast = useToast();
  const [asked, setAsked] = useState<'stop' | 'cap' | 'pool' | null>(null);
  const isPaused = drop.status === 'paused';
  const pause = useMutation({
    mutationFn: () =>
      isPaused ? api.resumeDrop({ drop: drop.id }) : api.pauseDrop({ drop: drop.id }),
    onSuccess: onDone,
    onError: toast.failed,
  });
  const isOver = drop.status === 'stopped' || drop.status === 'ended';
  const mayPause = !isOver && drop.status !== 'planned';
  useCommands(
    mayPause
      ? [
          {
            id: 'pause drop',
            label: say(isPaused ? 'resume' : 'pause'),
            scope: 'drops:write' as const,
            run: () => pause.mutate(),
          },
        ]
      : [],
  );
  if (isOver) return null;
  const close = (): void => setAsked(null);
  return (
    <>
      <Button variant="default" onClick={() => setAsked('pool')}>
        {say('pool')}
      </Button>
      <Button variant="default" onClick={() => setAsked('cap')}>
        {say('cap')}
      </Button>
      {mayPause && (
        <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate()}>
          {say(isPaused ? 'resume' : 'pause')}
        </Button>
      )}
      <Button variant="default" c="var(--ds-alarm)" onClick={() => setAsked('stop')}>
        {say('stop')}
      </Button>
      {asked === 'stop' && <StopDialog drop={drop} onDone={onDone} onClose={close} />}
      {asked === 'pool' && <PoolDialog drop={drop} onDone={onDone} onClose={close} />}
      {asked === 'cap' && <CapDialog drop={drop} onDone={onDone} onClose={close} />}
    </>
  );
}

interface DialogProps extends DropActionsProps {
  readonly onClose: () => void;
}

function StopDialog({ drop, onDone, onClose }: DialogProps) {
  const say = useSay(dropMessages);
  const { api } = useSession();
  const toast = useToast();
  const [releaseHolds, setReleaseHolds] = useState(false);
  const stop = useMutation({
    mutationFn: () => api.stopDrop({ drop: drop.id, releaseHolds }),
    onSuccess() {
      onDone();
      onClose();
    },
    onError: toast.failed,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('stop')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack>
        <Text size="sm">{say('stopHint')}</Text>
        <Checkbox
          label={say('releaseHolds')}
          checked={releaseHolds}
          onChange={(event) => setReleaseHolds(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button
            variant="default"
            c="var(--ds-alarm)"
            loading={stop.isPending}
            onClick={() => stop.mutate()}
          >
            {say('stop')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function CapDialog({ drop, onDone, onClose }: DialogProps) {
  const say = useSay(dropMessages);
  const { api } = useSession();
  const toast = useToast();
  const [typed, setTyped] = useState(drop.limitPerBuyer?.toString() ?? '');
  const set = useMutation({
    mutationFn: () =>
      api.changeDrop({ drop: drop.id, limitPerBuyer: typed === '' ? null : Number(typed) }),
    onSuccess() {
      toast.done(say('capSet'));
      onDone();
      onClose();
    },
    onError: toast.failed,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('cap')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={say('limit')}
            description={say('limitHint')}
            inputMode="numeric"
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={set.isPending}>
              {say('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
