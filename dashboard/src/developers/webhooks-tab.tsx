// Webhook endpoints, and one of them when it is opened.

import type { NewWebhookEndpoint, WebhookEndpoint } from '@doorstep/sdk';
import { Badge, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { useKeys } from '../shell/keys.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import classes from './developers.module.css';
import { EndpointState } from './endpoint-state.tsx';
import { EndpointView } from './endpoint-view.tsx';
import { developerMessages } from './messages.ts';
import { NewEndpoint } from './new-endpoint.tsx';
import { SecretModal } from './secret-modal.tsx';
import { useUrlPart } from './use-open.ts';

export function WebhooksTab() {
  const [endpoint, setEndpoint] = useUrlPart('endpoint');
  return endpoint === null ? (
    <EndpointList onOpen={setEndpoint} />
  ) : (
    <EndpointView id={endpoint} onBack={() => setEndpoint(null)} />
  );
}

function EndpointList({ onOpen }: { readonly onOpen: (endpoint: string) => void }) {
  const say = useSay(developerMessages);
  const { api, can } = useSession();
  const client = useQueryClient();
  const [isAdding, setIsAdding] = useState(false);
  const [made, setMade] = useState<NewWebhookEndpoint | null>(null);
  const columns = useEndpointColumns();
  const [layout, setLayout] = useTableLayout('endpoints', columns);
  const pages = usePages<WebhookEndpoint>(['developers', 'endpoints'], (cursor, signal) =>
    api.listWebhookEndpoints(
      { limit: 50, ...(cursor === undefined ? {} : { cursor }) },
      { signal },
    ),
  );
  const mayWrite = can('webhooks:write');
  const add = (): void => setIsAdding(true);
  useCommands([
    { id: 'new-endpoint', label: say('newEndpoint'), scope: 'webhooks:write', keys: 'n', run: add },
  ]);
  useKeys(mayWrite ? [{ keys: 'n', does: say('newEndpoint'), run: add }] : []);
  return (
    <>
      <div className={classes['bar']}>
        <span className={classes['soft']}>{say('endpointsHint')}</span>
        {mayWrite && (
          <Button className={classes['spread'] ?? ''} onClick={add}>
            {say('newEndpoint')}
          </Button>
        )}
      </div>
      <VirtualTable
        label={say('webhooks')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(one) => one.id}
        rowName={(one) => one.url}
        onOpen={(one) => onOpen(one.id)}
        restoreKey="developers endpoints"
        card={(one) => <EndpointCard endpoint={one} />}
        empty={<EmptyState title={say('noEndpoints')}>{say('noEndpointsHint')}</EmptyState>}
      />
      {isAdding && (
        <NewEndpoint
          onClose={() => setIsAdding(false)}
          onMade={(endpoint) => {
            setIsAdding(false);
            setMade(endpoint);
            void client.invalidateQueries({ queryKey: ['developers', 'endpoints'] });
          }}
        />
      )}
      {made !== null && <SecretModal secret={made.secret ?? ''} onClose={() => onOpen(made.id)} />}
    </>
  );
}

function useEndpointColumns(): readonly Column<WebhookEndpoint>[] {
  const say = useSay(developerMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'url',
        title: say('url'),
        width: 380,
        cell: (one) => <code translate="no">{one.url}</code>,
      },
      {
        id: 'state',
        title: say('state'),
        width: 170,
        cell: (one) => <EndpointState endpoint={one} />,
      },
      {
        id: 'types',
        title: say('eventTypes'),
        width: 220,
        cell: (one) =>
          one.eventTypes.length === 0 ? (
            say('everyType')
          ) : (
            <span translate="no">{one.eventTypes.join(', ')}</span>
          ),
      },
      {
        id: 'pending',
        title: say('pending'),
        width: 90,
        align: 'end' as const,
        cell: (one) => formats.number(one.health.pending),
      },
      {
        id: 'dead',
        title: say('dead'),
        width: 90,
        align: 'end' as const,
        cell: (one) => formats.number(one.health.dead),
      },
    ],
    [say, formats],
  );
}

function EndpointCard({ endpoint }: { readonly endpoint: WebhookEndpoint }) {
  return (
    <div className={classes['card']}>
      <code className={classes['cardWords']} translate="no">
        {endpoint.url}
      </code>
      <Badge variant="dot" color={endpoint.active ? 'gray' : 'red'}>
        <EndpointState endpoint={endpoint} />
      </Badge>
    </div>
  );
}
