// What is sent to an endpoint, by its state.

import type { WebhookDelivery } from '@doorstep/sdk';
import { SegmentedControl } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { DeliveryPanel } from './delivery-panel.tsx';
import { DeliveryState } from './delivery-state.tsx';
import classes from './developers.module.css';
import { developerMessages } from './messages.ts';
import { useUrlPart } from './use-open.ts';

const STATES = ['all', 'pending', 'dead', 'delivered'] as const;
const WATCH_MS = 2000;

export function DeliveryList({ endpoint }: { readonly endpoint: string }) {
  const say = useSay(developerMessages);
  const { api } = useSession();
  const [openId, setOpen] = useUrlPart('open');
  const [chosen, choose] = useUrlPart('state');
  const state = STATES.find((one) => one === chosen) ?? 'all';
  const columns = useDeliveryColumns();
  const [layout, setLayout] = useTableLayout('deliveries', columns);
  const filter = state === 'all' ? {} : { state };
  const key = ['developers', 'deliveries', endpoint, filter];
  const pages = usePages<WebhookDelivery>(key, (cursor, signal) =>
    api.listWebhookDeliveries(
      { endpoint, ...filter, limit: 50, ...(cursor === undefined ? {} : { cursor }) },
      { signal },
    ),
  );
  useWatch(['developers', 'deliveries', endpoint]);
  return (
    <>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={say('state')}
          value={state}
          onChange={(next) => choose(next === 'all' ? null : next)}
          data={STATES.map((one) => ({ value: one, label: say(one) }))}
        />
      </div>
      <VirtualTable
        label={say('deliveries')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(one) => one.id}
        rowName={(one) => one.eventType}
        onOpen={(one) => setOpen(one.id)}
        restoreKey={`developers deliveries ${endpoint} ${state}`}
        card={(one) => <DeliveryCard delivery={one} />}
        empty={<EmptyState title={say('noDeliveries')}>{say('noDeliveriesHint')}</EmptyState>}
      />
      {openId !== null && (
        <DeliveryPanel endpoint={endpoint} id={openId} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** Deliveries are no events: while one watches, they are asked for. */
function useWatch(queryKey: readonly string[]): void {
  const client = useQueryClient();
  const name = queryKey.join(' ');
  useEffect(() => {
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: name.split(' ') }),
      WATCH_MS,
    );
    return () => clearInterval(timer);
  }, [client, name]);
}

function useDeliveryColumns(): readonly Column<WebhookDelivery>[] {
  const say = useSay(developerMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      { id: 'createdAt', title: say('at'), width: 130, cell: (one) => formats.time(one.createdAt) },
      {
        id: 'type',
        title: say('type'),
        width: 260,
        cell: (one) => <code translate="no">{one.eventType}</code>,
      },
      { id: 'state', title: say('state'), width: 120, cell: ({ state }) => say(state) },
      {
        id: 'attempts',
        title: say('attempts'),
        width: 90,
        align: 'end' as const,
        cell: (one) => formats.number(one.attempts),
      },
      {
        id: 'last',
        title: say('lastTry'),
        width: 200,
        cell: ({ lastAttempt }) => (
          <span translate="no">{lastAttempt?.status ?? lastAttempt?.error ?? ''}</span>
        ),
      },
      {
        id: 'next',
        title: say('nextTry'),
        width: 140,
        cell: (one) => (one.nextAttemptAt === null ? '' : formats.relative(one.nextAttemptAt)),
      },
    ],
    [say, formats],
  );
}

function DeliveryCard({ delivery }: { readonly delivery: WebhookDelivery }) {
  const formats = useFormats();
  return (
    <div className={classes['card']}>
      <div className={classes['cardWords']}>
        <code translate="no">{delivery.eventType}</code>
        <span className={classes['soft']}>{formats.time(delivery.createdAt)}</span>
      </div>
      <DeliveryState state={delivery.state} />
    </div>
  );
}
