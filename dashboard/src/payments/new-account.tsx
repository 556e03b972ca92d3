// Connects an account at a payment provider.

import { Alert, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { accountMessages } from './account-messages.ts';
import { filled, SecretFields, type Secrets } from './secret-fields.tsx';

const PROVIDERS = [
  { value: 'stripe', label: 'Stripe' },
  { value: 'stripe-test', label: 'Stripe (test)' },
  { value: 'paypal', label: 'PayPal' },
  { value: 'paypal-test', label: 'PayPal (test)' },
];

export function NewAccount({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const connect = useMutation({
    mutationFn: () => {
      const { provider, name, webhookId, secrets } = draft;
      const settings = webhookId.trim() === '' ? {} : { webhookId: webhookId.trim() };
      const account = { provider, name: name.trim(), settings };
      return api.createProviderConnection({ ...account, secrets: filled(secrets) });
    },
    onSuccess: () => {
      toast.done(say('connected'));
      void client.invalidateQueries({ queryKey: ['payments', 'accounts'] });
      onClose();
    },
  });
  const { detail } = useProblemWords(connect.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('connect')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          connect.mutate();
        }}
      >
        <Stack>
          <Fields draft={draft} onChange={(by) => setDraft({ ...draft, ...by })} />
          {connect.isError && (
            <Alert color="red" variant="light" role="alert">
              {detail}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={connect.isPending}>
              {say('connect')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface Draft {
  readonly provider: string;
  readonly name: string;
  readonly webhookId: string;
  readonly secrets: Secrets;
}

const EMPTY: Draft = { provider: 'stripe', name: '', webhookId: '', secrets: {} };

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (by: Partial<Draft>) => void;
}

function Fields({ draft, onChange }: FieldsProps) {
  const say = useSay(accountMessages);
  const { provider, name, webhookId, secrets } = draft;
  return (
    <>
      <NativeSelect
        label={say('provider')}
        data={PROVIDERS}
        value={provider}
        // Each provider has secrets of its own.
        onChange={(event) => onChange({ ...EMPTY, name, provider: event.currentTarget.value })}
        translate="no"
      />
      <TextInput
        label={say('name')}
        value={name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        required
        withAsterisk={false}
        data-autofocus
      />
      <SecretFields
        provider={provider}
        secrets={secrets}
        areRequired
        onChange={(changed) => onChange({ secrets: changed })}
      />
      {provider.startsWith('paypal') && (
        <TextInput
          label={say('webhookId')}
          value={webhookId}
          onChange={(event) => onChange({ webhookId: event.currentTarget.value })}
        />
      )}
    </>
  );
}
