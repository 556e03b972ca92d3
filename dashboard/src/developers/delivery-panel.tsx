// One delivery: its tries, what the other side answered, when it is tried again.

import type { WebhookDelivery } from '@doorstep/sdk';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { DeliveryState } from './delivery-state.tsx';
import classes from './developers.module.css';
import { type Fact, Facts } from './facts.tsx';
import { developerMessages } from './messages.ts';
import { SidePanel } from './side-panel.tsx';

export interface DeliveryPanelProps {
  readonly endpoint: string;
  readonly id: string;
  readonly onClose: () => void;
}

const WATCH_MS = 1000;

export function DeliveryPanel({ endpoint, id, onClose }: DeliveryPanelProps) {
  const say = useSay(developerMessages);
  const { api, can } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const delivery = useQuery({
    queryKey: ['developers', 'delivery', endpoint, id],
    queryFn: () => api.getWebhookDelivery({ endpoint, delivery: id }),
    refetchInterval: WATCH_MS,
  });
  const resend = useMutation({
    mutationFn: () => api.resendWebhookDelivery({ endpoint, delivery: id }),
    onSuccess: () => {
      toast.done(say('resent'));
      void client.invalidateQueries({ queryKey: ['developers'] });
    },
    onError: toast.failed,
  });
  const one = delivery.data;
  return (
    <SidePanel title={one?.eventType ?? id} onClose={onClose}>
      {delivery.isError && (
        <Problem error={delivery.error} onRetry={() => void delivery.refetch()} />
      )}
      {one !== undefined && (
        <>
          <Group>
            <DeliveryState state={one.state} />
            {can('webhooks:write') && (
              <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
                {say('resend')}
              </Button>
            )}
          </Group>
          <DeliveryFacts delivery={one} />
          {one.lastAttempt?.answer && (
            <div>
              <div className={classes['soft']}>{say('answered')}</div>
              <pre className={classes['json']} translate="no">
                {one.lastAttempt.answer}
              </pre>
            </div>
          )}
        </>
      )}
    </SidePanel>
  );
}

function DeliveryFacts({ delivery }: { readonly delivery: WebhookDelivery }) {
  const say = useSay(developerMessages);
  const formats = useFormats();
  const { event, position, attempts, nextAttemptAt, lastAttempt } = delivery;
  const facts: Fact[] = [
    { name: say('event'), value: event, isData: true },
    { name: say('position'), value: position, isData: true },
    { name: say('attempts'), value: formats.number(attempts) },
  ];
  if (nextAttemptAt !== null)
    facts.push({ name: say('nextTry'), value: formats.fullTime(nextAttemptAt) });
  if (lastAttempt !== null) {
    const told = [lastAttempt.status, lastAttempt.error].filter((part) => part !== null);
    facts.push(
      { name: say('lastTry'), value: formats.fullTime(lastAttempt.at) },
      { name: say('status'), value: told.join(' '), isData: true },
      { name: say('took'), value: `${lastAttempt.tookMs} ms`, isData: true },
    );
  }
  return <Facts facts={facts} />;
}
