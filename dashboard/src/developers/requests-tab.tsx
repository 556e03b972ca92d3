// What was asked of the API: the newest, the failed, or one by its id.

import type { ApiRequest } from '@doorstep/sdk';
import { Badge, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { Problem } from '../shell/problem.tsx';
import { useFollowed } from '../shell/use-followed.ts';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import classes from './developers.module.css';
import { Facts } from './facts.tsx';
import { JsonView } from './json-view.tsx';
import { developerMessages } from './messages.ts';
import { SidePanel } from './side-panel.tsx';
import { useUrlPart } from './use-open.ts';

const REQUEST_ID = /^req_[0-9a-f]{32}$/;

export function RequestsTab() {
  const say = useSay(developerMessages);
  const { api } = useSession();
  const [openId, setOpen] = useUrlPart('open');
  const [failed, setFailed] = useUrlPart('failed');
  const [isFailed, setIsFailed] = useFollowed(failed !== null);
  const [typed, setTyped] = useState('');
  const columns = useRequestColumns();
  const [layout, setLayout] = useTableLayout('requests', columns);
  const filter = failed === null ? {} : { failed: true };
  const pages = usePages<ApiRequest>(['developers', 'requests', filter], (cursor, signal) =>
    api.listRequests(
      { ...filter, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
      { signal },
    ),
  );
  return (
    <>
      <form
        className={classes['bar']}
        onSubmit={(event) => {
          event.preventDefault();
          if (REQUEST_ID.test(typed.trim())) setOpen(typed.trim());
        }}
      >
        <TextInput
          aria-label={say('findRequest')}
          placeholder={say('findRequest')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={typed.trim() !== '' && !REQUEST_ID.test(typed.trim()) ? say('noRequestId') : null}
          w={340}
          maw="100%"
        />
        <Switch
          label={say('onlyFailed')}
          checked={isFailed}
          onChange={({ currentTarget: { checked } }) => {
            setIsFailed(checked);
            setFailed(checked ? 'yes' : null);
          }}
        />
      </form>
      <VirtualTable
        label={say('requests')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(request) => request.id}
        rowName={(request) => `${request.method} ${request.path}`}
        onOpen={(request) => setOpen(request.id)}
        restoreKey={`developers requests ${failed}`}
        card={(request) => <RequestCard request={request} />}
        empty={<EmptyState title={say('noRequests')}>{say('noRequestsHint')}</EmptyState>}
      />
      {openId?.startsWith('req_') && <RequestPanel id={openId} onClose={() => setOpen(null)} />}
    </>
  );
}

function useRequestColumns(): readonly Column<ApiRequest>[] {
  const say = useSay(developerMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      { id: 'at', title: say('at'), width: 130, cell: (one) => formats.time(one.at) },
      {
        id: 'method',
        title: say('method'),
        width: 80,
        cell: (one) => <code translate="no">{one.method}</code>,
      },
      {
        id: 'path',
        title: say('path'),
        width: 330,
        cell: (one) => <code translate="no">{one.path}</code>,
      },
      {
        id: 'status',
        title: say('status'),
        width: 200,
        cell: (one) => (
          <span translate="no">
            {one.status} {one.error}
          </span>
        ),
      },
      {
        id: 'tookMs',
        title: say('took'),
        width: 90,
        align: 'end' as const,
        cell: (one) => <span translate="no">{formats.number(one.tookMs)} ms</span>,
      },
      {
        id: 'actor',
        title: say('who'),
        width: 300,
        cell: (one) => <code translate="no">{one.actor}</code>,
      },
    ],
    [say, formats],
  );
}

function RequestCard({ request }: { readonly request: ApiRequest }) {
  const formats = useFormats();
  return (
    <div className={classes['card']}>
      <div className={classes['cardWords']}>
        <code translate="no">
          {request.method} {request.path}
        </code>
        <span className={classes['soft']}>{formats.time(request.at)}</span>
      </div>
      <Badge variant="dot" color={request.status < 400 ? 'gray' : 'red'}>
        {request.status}
      </Badge>
    </div>
  );
}

function RequestPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useSay(developerMessages);
  const formats = useFormats();
  const { api } = useSession();
  const found = useQuery({
    queryKey: ['developers', 'request', id],
    queryFn: () => api.getRequest({ request: id }),
  });
  return (
    <SidePanel title={id} onClose={onClose}>
      {found.isError && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && (
        <>
          <Facts
            facts={[
              { name: say('at'), value: formats.fullTime(found.data.at) },
              { name: say('operation'), value: found.data.operation, isData: true },
              {
                name: say('path'),
                value: `${found.data.method} ${found.data.path}`,
                isData: true,
              },
              {
                name: say('status'),
                value: `${found.data.status} ${found.data.error ?? ''}`,
                isData: true,
              },
              { name: say('who'), value: found.data.actor, isData: true },
            ]}
          />
          <JsonView value={found.data} />
        </>
      )}
    </SidePanel>
  );
}
