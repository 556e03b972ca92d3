// One webhook endpoint: how it does, what one may do about it, and what is sent to it.

import type { WebhookEndpoint } from '@doorstep/sdk';
import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { DeliveryList } from './delivery-list.tsx';
import classes from './developers.module.css';
import { EndpointActions } from './endpoint-actions.tsx';
import { EndpointState } from './endpoint-state.tsx';
import { developerMessages } from './messages.ts';
import { ReplayProgress } from './replay-progress.tsx';

export interface EndpointViewProps {
  readonly id: string;
  readonly onBack: () => void;
}

/** Deliveries are no events: while one watches, it is asked. */
export const WATCH_MS = 2000;

export function EndpointView({ id, onBack }: EndpointViewProps) {
  const say = useSay(developerMessages);
  const { api, can } = useSession();
  const endpoint = useQuery({
    queryKey: ['developers', 'endpoint', id],
    queryFn: () => api.getWebhookEndpoint({ endpoint: id }),
    refetchInterval: WATCH_MS,
  });
  if (endpoint.isError)
    return <Problem error={endpoint.error} onRetry={() => void endpoint.refetch()} />;
  if (endpoint.data === undefined) return null;
  return (
    <div className={classes['endpoint']}>
      <div className={classes['endpointHead']}>
        <Group gap="sm">
          <Anchor component="button" size="sm" onClick={onBack}>
            {say('allEndpoints')}
          </Anchor>
          <code className={classes['mono']} translate="no">
            {endpoint.data.url}
          </code>
          <Badge variant="dot" color={colorOf(endpoint.data)} data-testid="endpoint-state">
            <EndpointState endpoint={endpoint.data} />
          </Badge>
        </Group>
        <Health endpoint={endpoint.data} />
        {can('webhooks:write') && <EndpointActions endpoint={endpoint.data} onRemoved={onBack} />}
        <ReplayProgress endpoint={id} />
      </div>
      <DeliveryList endpoint={id} />
    </div>
  );
}

function colorOf({ active, health }: WebhookEndpoint): string {
  if (!active) return 'red';
  return health.failingSince === null ? 'teal' : 'orange';
}

function Health({ endpoint }: { readonly endpoint: WebhookEndpoint }) {
  const say = useSay(developerMessages);
  const formats = useFormats();
  const { pending, dead, lastSuccessAt, lastFailureAt, lastFailure } = endpoint.health;
  return (
    <Text size="sm" c="dimmed">
      {say('healthCounts', { pending, dead })}
      {lastSuccessAt !== null &&
        ` · ${say('lastSuccess', { when: formats.relative(lastSuccessAt) })}`}
      {lastFailureAt !== null && (
        <>
          {' · '}
          {say('lastFailure', { when: formats.relative(lastFailureAt) })}{' '}
          <span translate="no">{lastFailure}</span>
        </>
      )}
    </Text>
  );
}
