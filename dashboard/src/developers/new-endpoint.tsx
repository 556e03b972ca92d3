// Makes a webhook endpoint.

import type { NewWebhookEndpoint } from '@doorstep/sdk';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { developerMessages } from './messages.ts';

export interface NewEndpointProps {
  readonly onMade: (endpoint: NewWebhookEndpoint) => void;
  readonly onClose: () => void;
}

export function NewEndpoint({ onMade, onClose }: NewEndpointProps) {
  const say = useSay(developerMessages);
  const { api } = useSession();
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState('');
  const make = useMutation({
    mutationFn: () => api.createWebhookEndpoint({ url: url.trim(), eventTypes: typesOf(types) }),
    onSuccess: onMade,
  });
  const { detail } = useProblemWords(make.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('newEndpoint')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack>
          <TextInput
            type="url"
            label={say('url')}
            placeholder="https://erp.example.com/doorstep"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            error={make.isError ? detail : undefined}
            required
            withAsterisk={false}
            translate="no"
            data-autofocus
          />
          <TextInput
            label={say('eventTypes')}
            description={say('eventTypesHint')}
            placeholder="order. parcel.shipped.v1"
            value={types}
            onChange={(event) => setTypes(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {say('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function typesOf(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((part) => part !== ''))];
}
