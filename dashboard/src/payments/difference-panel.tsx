// One difference: what each side says, and what can be done about it, what mends it most likely first.

import type { Difference } from '@doorstep/sdk';
import { Alert, Anchor, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem, useProblemWords } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { type Fact, Facts } from './facts.tsx';
import { paymentMessages } from './messages.ts';
import { SidePanel } from './side-panel.tsx';

export interface DifferencePanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

export function DifferencePanel({ id, onClose }: DifferencePanelProps) {
  const say = useSay(paymentMessages);
  const { api, can } = useSession();
  const read = useQuery({
    queryKey: ['payments', 'differences', 'one', id],
    queryFn: () => api.getDifference({ difference: id }),
  });
  const one = read.data;
  return (
    <SidePanel title={one?.reference ?? id} onClose={onClose}>
      {read.isError && <Problem error={read.error} onRetry={() => void read.refetch()} />}
      {one !== undefined && (
        <>
          <Alert color={one.status === 'open' ? 'orange' : 'teal'} variant="light">
            <Text fw={600} mb="xs">
              {say(one.cause)}
            </Text>
            <DifferenceFacts difference={one} />
          </Alert>
          {one.status === 'open' && can('payments:write') && <Resolve difference={one} />}
        </>
      )}
    </SidePanel>
  );
}

function DifferenceFacts({ difference: one }: { readonly difference: Difference }) {
  const say = useSay(paymentMessages);
  const formats = useFormats();
  const money = (told: Difference['ledger']) =>
    told === null ? say('nothing') : formats.money(told.amountMinor, told.currency);
  const facts: Fact[] = [
    { name: say('ledger'), value: money(one.ledger) },
    { name: say('providerSays'), value: money(one.providerSays) },
    { name: say('kind'), value: say(one.kind) },
    { name: say('provider'), value: one.provider, isData: true },
    { name: say('when'), value: formats.fullTime(one.occurredAt) },
    { name: say('found'), value: formats.time(one.foundAt) },
  ];
  if (one.order !== null)
    facts.push({
      name: say('order'),
      value: (
        <Anchor component={Link} to={`/orders/${one.orderNumber ?? one.order}`} size="sm">
          {one.orderNumber ?? one.order}
        </Anchor>
      ),
      isData: true,
    });
  if (one.resolution !== null) facts.push({ name: say('resolved'), value: say(one.resolution) });
  if (one.note !== null) facts.push({ name: say('note'), value: one.note, isData: true });
  return <Facts facts={facts} />;
}

type How = Difference['resolutions'][number];

function Resolve({ difference: one }: { readonly difference: Difference }) {
  const say = useSay(paymentMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [payment, setPayment] = useState('');
  const resolve = useMutation({
    mutationFn: (how: How) =>
      api.resolveDifference({
        difference: one.id,
        how,
        version: one.version,
        ...(note === '' ? {} : { note }),
        ...(payment === '' ? {} : { payment: payment.trim() }),
      }),
    onSuccess: (after) => {
      toast.done(say(after.status === 'open' ? 'underWay' : 'done'));
      void client.invalidateQueries({ queryKey: ['payments'] });
    },
  });
  const { detail } = useProblemWords(resolve.error);
  const needsPayment = one.payment === null && one.resolutions.includes('record-fact');
  return (
    <Stack gap="sm">
      {needsPayment && (
        <TextInput
          label={say('payment')}
          description={say('paymentHint')}
          value={payment}
          onChange={(event) => setPayment(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={say('note')}
        description={say('noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      {resolve.isError && (
        <Alert color="red" variant="light" role="alert">
          {detail}
        </Alert>
      )}
      <Group gap="xs">
        {one.resolutions.map((how, place) => (
          <Button
            key={how}
            variant={place === 0 ? 'filled' : 'default'}
            loading={resolve.isPending && resolve.variables === how}
            disabled={how === 'explain' && note.trim() === ''}
            onClick={() => resolve.mutate(how)}
          >
            {say(how)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
