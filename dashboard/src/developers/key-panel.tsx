// One API key: what it may do, when it was used, and the end of it.

import type { ApiKey, NewApiKey } from '@doorstep/sdk';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { Facts } from './facts.tsx';
import { developerMessages } from './messages.ts';
import { SidePanel } from './side-panel.tsx';

export interface KeyPanelProps {
  readonly apiKey: ApiKey;
  readonly onRolled: (made: NewApiKey) => void;
  readonly onClose: () => void;
}

const OVERLAPS = ['0', '1', '24', '168'] as const;

export function KeyPanel({ apiKey, onRolled, onClose }: KeyPanelProps) {
  const say = useSay(developerMessages);
  const formats = useFormats();
  const { can } = useSession();
  const isOver =
    apiKey.revokedAt !== null ||
    (apiKey.expiresAt !== null && new Date(apiKey.expiresAt) < new Date());
  return (
    <SidePanel title={apiKey.name} onClose={onClose}>
      <Facts
        facts={[
          { name: say('begins'), value: apiKey.hint, isData: true },
          { name: say('id'), value: apiKey.id, isData: true },
          { name: say('created'), value: formats.fullTime(apiKey.createdAt) },
          { name: say('createdBy'), value: apiKey.createdBy, isData: true },
          {
            name: say('lastUsed'),
            value: apiKey.lastUsedAt === null ? say('never') : formats.time(apiKey.lastUsedAt),
          },
          {
            name: say('expires'),
            value: apiKey.expiresAt === null ? say('never') : formats.fullTime(apiKey.expiresAt),
          },
          { name: say('scopes'), value: apiKey.scopes.join(', '), isData: true },
        ]}
      />
      {can('access:write') && !isOver && (
        <KeyActions apiKey={apiKey} onRolled={onRolled} onClose={onClose} />
      )}
    </SidePanel>
  );
}

function KeyActions({ apiKey, onRolled, onClose }: KeyPanelProps) {
  const say = useSay(developerMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [overlap, setOverlap] = useState('24');
  const [isSure, setIsSure] = useState(false);
  const roll = useMutation({
    mutationFn: () => api.rollApiKey({ key: apiKey.id, overlapHours: Number(overlap) }),
    onSuccess: onRolled,
    onError: toast.failed,
  });
  const revoke = useMutation({
    mutationFn: () => api.revokeApiKey({ key: apiKey.id }),
    onSuccess: () => {
      toast.done(say('keyRevoked'));
      onClose();
      void client.invalidateQueries({ queryKey: ['developers', 'keys'] });
    },
    onError: toast.failed,
  });
  return (
    <>
      <Group align="end" gap="xs">
        <NativeSelect
          label={say('overlap')}
          value={overlap}
          onChange={(event) => setOverlap(event.currentTarget.value)}
          data={OVERLAPS.map((hours) => ({
            value: hours,
            label: say('overlapHours', { hours: Number(hours) }),
          }))}
        />
        <Button variant="default" loading={roll.isPending} onClick={() => roll.mutate()}>
          {say('roll')}
        </Button>
      </Group>
      <Group>
        <Button
          variant={isSure ? 'filled' : 'default'}
          color="red"
          loading={revoke.isPending}
          onClick={() => (isSure ? revoke.mutate() : setIsSure(true))}
        >
          {say(isSure ? 'revokeSure' : 'revoke')}
        </Button>
      </Group>
    </>
  );
}
