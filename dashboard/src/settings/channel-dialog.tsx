// A channel: made or changed.

import type { Channel } from '@doorstep/sdk';
import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { settingsMessages } from './messages.ts';

export interface ChannelDialogProps {
  /** Null: a new one. */
  readonly channel: Channel | null;
  readonly onClose: () => void;
}

type Typed = Pick<
  Channel,
  | 'code'
  | 'name'
  | 'active'
  | 'stockPolicy'
  | 'splitPolicy'
  | 'paymentTimeoutMinutes'
  | 'captureAt'
  | 'releaseAfterMinutes'
>;

const NEW: Typed = {
  code: '',
  name: '',
  active: true,
  stockPolicy: 'all-or-nothing',
  splitPolicy: 'allow',
  paymentTimeoutMinutes: null,
  captureAt: 'shipment',
  releaseAfterMinutes: null,
};

export function ChannelDialog({ channel, onClose }: ChannelDialogProps) {
  const say = useSay(settingsMessages);
  const [typed, setTyped] = useState<Typed>(channel === null ? NEW : typedOf(channel));
  const set = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  const { save, error } = useSaveChannel(channel, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      title={channel === null ? say('newChannel') : <span translate="no">{channel.name}</span>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          save.mutate(typed);
        }}
      >
        <Stack>
          <TextInput
            label={say('name')}
            value={typed.name}
            maxLength={200}
            required
            withAsterisk={false}
            data-autofocus
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={say('code')}
            value={typed.code}
            maxLength={100}
            required
            withAsterisk={false}
            error={error}
            onChange={(event) => set({ code: event.currentTarget.value })}
            translate="no"
          />
          <Policies typed={typed} set={set} />
          <Switch
            label={say('takesOrders')}
            checked={typed.active}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {say(channel === null ? 'create' : 'save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface PoliciesProps {
  readonly typed: Typed;
  readonly set: (part: Partial<Typed>) => void;
}

function Policies({ typed, set }: PoliciesProps) {
  const say = useSay(settingsMessages);
  const choice = <Value extends string>(values: readonly Value[]) =>
    values.map((value) => ({ value, label: say(value as 'allow') }));
  return (
    <>
      <NativeSelect
        label={say('stockPolicy')}
        value={typed.stockPolicy}
        onChange={(event) =>
          set({ stockPolicy: event.currentTarget.value as Typed['stockPolicy'] })
        }
        data={choice(['all-or-nothing', 'partial-with-backorder'])}
      />
      <NativeSelect
        label={say('splitPolicy')}
        value={typed.splitPolicy}
        onChange={(event) =>
          set({ splitPolicy: event.currentTarget.value as Typed['splitPolicy'] })
        }
        data={choice(['allow', 'forbid'])}
      />
      <NativeSelect
        label={say('captureAt')}
        value={typed.captureAt}
        onChange={(event) => set({ captureAt: event.currentTarget.value as Typed['captureAt'] })}
        data={(['shipment', 'authorization'] as const).map((value) => ({
          value,
          label: say(`capture-${value}`),
        }))}
      />
      <Minutes
        label={say('paymentTimeout')}
        hint={say('noTimeout')}
        value={typed.paymentTimeoutMinutes}
        onChange={(paymentTimeoutMinutes) => set({ paymentTimeoutMinutes })}
      />
      <Minutes
        label={say('releaseAfter')}
        hint={say('byHand')}
        value={typed.releaseAfterMinutes}
        onChange={(releaseAfterMinutes) => set({ releaseAfterMinutes })}
      />
    </>
  );
}

interface MinutesProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

const MINUTES_MAX = 100_000;

function Minutes({ label, hint, value, onChange }: MinutesProps) {
  return (
    <NumberInput
      label={label}
      description={hint}
      value={value ?? ''}
      min={0}
      max={MINUTES_MAX}
      hideControls
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
    />
  );
}

function typedOf(channel: Channel): Typed {
  const { code, name, active, stockPolicy, splitPolicy } = channel;
  const { paymentTimeoutMinutes, captureAt, releaseAfterMinutes } = channel;
  const money = { paymentTimeoutMinutes, captureAt, releaseAfterMinutes };
  return { code, name, active, stockPolicy, splitPolicy, ...money };
}

function useSaveChannel(channel: Channel | null, onClose: () => void) {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (typed: Typed) =>
      channel === null
        ? api.createChannel(typed)
        : api.changeChannel({ channel: channel.id, ...typed, version: channel.version }),
    onSuccess() {
      toast.done(say('saved'));
      void client.invalidateQueries({ queryKey: ['settings', 'channels'] });
      onClose();
    },
  });
  const { detail } = useProblemWords(save.error);
  return { save, error: save.isError ? detail : undefined };
}
