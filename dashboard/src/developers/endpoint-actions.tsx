// What one may do about an endpoint.

import type { Doorstep, WebhookEndpoint } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import classes from './developers.module.css';
import { developerMessages } from './messages.ts';
import { ReplaySince } from './replay-since.tsx';
import { SecretModal } from './secret-modal.tsx';

export interface EndpointActionsProps {
  readonly endpoint: WebhookEndpoint;
  readonly onRemoved: () => void;
}

interface Act {
  readonly work: () => Promise<unknown>;
  readonly done: string | null;
}

export function EndpointActions({ endpoint, onRemoved }: EndpointActionsProps) {
  const say = useSay(developerMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [secret, setSecret] = useState<string | null>(null);
  const [isReplaying, setIsReplaying] = useState(false);
  const act = useMutation({
    mutationFn: ({ work }: Act) => work(),
    onSuccess: (_, { done }) => {
      if (done !== null) toast.done(done);
      void client.invalidateQueries({ queryKey: ['developers'] });
    },
    onError: toast.failed,
  });
  const { id, active } = endpoint;
  const run = (done: string | null, work: () => Promise<unknown>): void =>
    act.mutate({ work, done });
  const rotate = async (): Promise<void> =>
    setSecret((await api.rotateWebhookSecret({ endpoint: id })).secret);
  const retryAll = async (): Promise<void> =>
    toast.done(say('retriedAll', { count: await retryEach(api, id) }));
  return (
    <div className={classes['endpointActions']}>
      {active && (
        <Button
          variant="default"
          onClick={() => run(say('pinged'), () => api.pingWebhookEndpoint({ endpoint: id }))}
        >
          {say('ping')}
        </Button>
      )}
      <Button
        variant="default"
        onClick={() =>
          run(say(active ? 'wasPaused' : 'wasResumed'), () =>
            api.changeWebhookEndpoint({ endpoint: id, active: !active }),
          )
        }
      >
        {say(active ? 'pause' : 'resume')}
      </Button>
      <Button variant="default" onClick={() => run(null, rotate)}>
        {say('rotate')}
      </Button>
      {active && (
        <Button variant="default" onClick={() => setIsReplaying(true)}>
          {say('replay')}
        </Button>
      )}
      {endpoint.health.dead > 0 && (
        <Button variant="default" loading={act.isPending} onClick={() => run(null, retryAll)}>
          {say('retryAll')}
        </Button>
      )}
      <Remove
        onSure={() =>
          run(say('endpointRemoved'), async () => {
            await api.removeWebhookEndpoint({ endpoint: id });
            onRemoved();
          })
        }
      />
      {secret !== null && <SecretModal secret={secret} onClose={() => setSecret(null)} />}
      {isReplaying && <ReplaySince endpoint={id} onClose={() => setIsReplaying(false)} />}
    </div>
  );
}

/** The server takes so many at a time. @returns how many are tried again */
async function retryEach(api: Doorstep, endpoint: string): Promise<number> {
  let retried = 0;
  for (let remaining = true; remaining; ) {
    const answer = await api.retryWebhookDeliveries({ endpoint });
    retried += answer.retried;
    remaining = answer.remaining;
  }
  return retried;
}

function Remove({ onSure }: { readonly onSure: () => void }) {
  const say = useSay(developerMessages);
  const [isSure, setIsSure] = useState(false);
  return (
    <Button
      variant={isSure ? 'filled' : 'default'}
      color="red"
      onClick={() => (isSure ? onSure() : setIsSure(true))}
    >
      {say(isSure ? 'removeSure' : 'remove')}
    </Button>
  );
}
