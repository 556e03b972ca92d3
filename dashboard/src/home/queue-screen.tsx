// What waits at one stage, or is due: the rows behind a number of the home screen.

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { Page } from '../shell/page.tsx';
import { NotFound } from '../shell/require-scope.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import classes from './home.module.css';
import { homeMessages } from './messages.ts';
import { isQueue, type QueueName, type QueueRow, readQueue } from './read-queue.ts';

export function QueueScreen() {
  const { queue = '' } = useParams();
  return isQueue(queue) ? <Queue key={queue} name={queue} /> : <NotFound />;
}

function Queue({ name }: { readonly name: QueueName }) {
  const say = useSay(homeMessages);
  const { api } = useSession();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const location = parameters.get('location');
  const when = parameters.get('when');
  const columns = useQueueColumns(name);
  const [layout, setLayout] = useTableLayout(`queue ${name}`, columns);
  const pages = usePages(['home', 'queue', name, location, when], (cursor, signal) =>
    readQueue(api, name, { location, when, cursor }, signal),
  );
  return (
    <Page
      fill
      title={say(name)}
      parent={
        <Link to="/" className={classes['all'] ?? ''}>
          {say('title')}
        </Link>
      }
      actions={name === 'in-transit' ? undefined : <LocationChoice />}
    >
      <VirtualTable
        label={say(name)}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(row) => row.id}
        rowName={(row) => row.order ?? row.id}
        onOpen={(row) => row.order !== null && void navigate(`/orders/${row.order}`)}
        card={(row) => <QueueCard row={row} name={name} />}
        restoreKey={`queue ${name} ${parameters}`}
        empty={<EmptyState title={say('queueEmpty')}>{say('queueEmptyHint')}</EmptyState>}
      />
    </Page>
  );
}

function LocationChoice() {
  const say = useSay(homeMessages);
  const { api, can } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const { data } = useQuery({
    queryKey: ['home', 'locations'],
    queryFn: ({ signal }) => api.listLocations({ limit: 200 }, { signal }),
    enabled: can('locations:read'),
  });
  return (
    <select
      aria-label={say('location')}
      className={classes['choice']}
      value={parameters.get('location') ?? ''}
      onChange={(event) => {
        const next = new URLSearchParams(parameters);
        if (event.currentTarget.value === '') next.delete('location');
        else next.set('location', event.currentTarget.value);
        setParameters(next);
      }}
    >
      <option value="">{say('everywhere')}</option>
      {data?.items.map(({ code }) => (
        <option key={code} value={code} translate="no">
          {code}
        </option>
      ))}
    </select>
  );
}

function useQueueColumns(name: QueueName): readonly Column<QueueRow>[] {
  const say = useSay(homeMessages);
  const formats = useFormats();
  return useMemo(() => {
    const time = (at: string | null) =>
      at === null ? null : (
        <time dateTime={at} title={formats.fullTime(at)}>
          {formats.time(at)}
        </time>
      );
    const data = (text: string | null) => <span translate="no">{text}</span>;
    const all: (Column<QueueRow> & { readonly isIn: boolean })[] = [
      { id: 'order', title: say('order'), width: 120, isIn: true, cell: (row) => data(row.order) },
      {
        id: 'return',
        title: say('return'),
        width: 120,
        isIn: name === 'to-refund',
        cell: (row) => data(row.number),
      },
      {
        id: 'location',
        title: say('location'),
        width: 140,
        isIn: true,
        cell: (row) => data(row.location),
      },
      {
        id: 'units',
        title: say('quantity'),
        width: 90,
        align: 'end',
        isIn: name !== 'in-transit',
        cell: (row) => formats.number(row.units),
      },
      {
        id: 'since',
        title: say('since'),
        width: 150,
        isIn: name !== 'due',
        cell: (row) => time(row.since),
      },
      {
        id: 'shipBy',
        title: say('shipBy'),
        width: 150,
        isIn: name !== 'in-transit' && name !== 'to-refund',
        cell: (row) => time(row.shipBy),
      },
      {
        id: 'carrier',
        title: say('carrier'),
        width: 130,
        isIn: name === 'in-transit',
        cell: (row) => data(row.carrier),
      },
      {
        id: 'tracking',
        title: say('tracking'),
        width: 200,
        isIn: name === 'in-transit',
        cell: (row) => data(row.tracking),
      },
    ];
    return all.filter(({ isIn }) => isIn);
  }, [say, formats, name]);
}

function QueueCard({ row, name }: { readonly row: QueueRow; readonly name: QueueName }) {
  const say = useSay(homeMessages);
  const formats = useFormats();
  const at = name === 'due' ? row.shipBy : row.since;
  return (
    <div className={classes['rowCard']}>
      <strong translate="no">{row.order ?? row.number}</strong>
      <span translate="no">{row.location}</span>
      {name !== 'in-transit' && <span>{say('units', { count: row.units })}</span>}
      {at !== null && <span className={classes['soft']}>{formats.time(at)}</span>}
    </div>
  );
}
