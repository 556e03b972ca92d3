// Plans a drop: when, what, from where, how much to a buyer.

import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { momentOf } from '../orders/moment-field.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { dropMessages } from './messages.ts';
import { type ReadItems, readDropItems } from './read-drop-items.ts';

export interface PlanDialogProps {
  readonly onClose: () => void;
  readonly onPlanned: (drop: string) => void;
}

interface Typed {
  readonly name: string;
  readonly starts: string;
  readonly ends: string;
  readonly limit: string;
  readonly items: string;
}

const EMPTY: Typed = { name: '', starts: '', ends: '', limit: '', items: '' };

export function PlanDialog({ onClose, onPlanned }: PlanDialogProps) {
  const say = useSay(dropMessages);
  const { api } = useSession();
  const { timeZone } = useLanguage();
  const toast = useToast();
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const set = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  const { items, bad } = readDropItems(typed.items);
  const plan = useMutation({
    mutationFn: () =>
      api.createDrop({
        name: typed.name,
        startsAt: momentOf(typed.starts, timeZone) ?? '',
        endsAt: momentOf(typed.ends, timeZone) ?? '',
        ...(typed.limit === '' ? {} : { limitPerBuyer: Number(typed.limit) }),
        items,
      }),
    onSuccess({ id, name }) {
      toast.done(say('nowPlanned', { name }));
      onPlanned(id);
    },
    onError: toast.failed,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('plan')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (bad === null) plan.mutate();
        }}
      >
        <Stack>
          <PlanFields typed={typed} set={set} bad={bad} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={plan.isPending}>
              {say('plan')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface PlanFieldsProps {
  readonly typed: Typed;
  readonly set: (part: Partial<Typed>) => void;
  readonly bad: ReadItems['bad'];
}

function PlanFields({ typed, set, bad }: PlanFieldsProps) {
  const say = useSay(dropMessages);
  const { timeZone } = useLanguage();
  return (
    <>
      <TextInput
        label={say('name')}
        required
        maxLength={200}
        data-autofocus
        value={typed.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Group grow>
        <TextInput
          type="datetime-local"
          label={say('starts')}
          required
          value={typed.starts}
          onChange={(event) => set({ starts: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={say('ends')}
          description={say('zone', { zone: timeZone })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          value={typed.ends}
          onChange={(event) => set({ ends: event.currentTarget.value })}
        />
      </Group>
      <Textarea
        label={say('items')}
        description={say('itemsHint')}
        required
        rows={5}
        value={typed.items}
        error={bad !== null && say('badLine', { line: bad.line, text: bad.text })}
        onChange={(event) => set({ items: event.currentTarget.value })}
      />
      <TextInput
        label={say('limit')}
        description={say('limitHint')}
        inputMode="numeric"
        value={typed.limit}
        onChange={(event) =>
          set({ limit: event.currentTarget.value.replace(/\D/g, '').slice(0, 6) })
        }
      />
    </>
  );
}
