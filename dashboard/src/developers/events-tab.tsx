// The log, newest first, and live while one watches.

import type { LogEvent } from '@doorstep/sdk';
import { Badge, Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import classes from './developers.module.css';
import { Facts } from './facts.tsx';
import { JsonView } from './json-view.tsx';
import { developerMessages } from './messages.ts';
import { SidePanel } from './side-panel.tsx';
import { useEventLog } from './use-event-log.ts';
import { useUrlPart } from './use-open.ts';

export function EventsTab() {
  const say = useSay(developerMessages);
  const [openId, setOpen] = useUrlPart('open');
  const [type, setType] = useUrlPart('type');
  const [isLive, setIsLive] = useState(true);
  const columns = useEventColumns();
  const [layout, setLayout] = useTableLayout('events', columns);
  const pages = useEventLog(type ?? '', isLive);
  const open = pages.rows.find(({ id }) => id === openId);
  return (
    <>
      <div className={classes['bar']}>
        <TextInput
          aria-label={say('filterType')}
          placeholder={say('filterType')}
          value={type ?? ''}
          onChange={(event) => setType(event.currentTarget.value.trim())}
          w={260}
          maw="100%"
        />
        <Button variant="default" aria-pressed={isLive} onClick={() => setIsLive(!isLive)}>
          {say(isLive ? 'pauseTail' : 'followTail')}
        </Button>
        {isLive && (
          <Badge color="teal" variant="dot">
            {say('live')}
          </Badge>
        )}
      </div>
      <VirtualTable
        label={say('events')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(event) => event.id}
        rowName={(event) => event.type}
        onOpen={(event) => setOpen(event.id)}
        restoreKey={`developers events ${type}`}
        card={(event) => <EventCard event={event} />}
        empty={<EmptyState title={say('noEvents')}>{say('noEventsHint')}</EmptyState>}
      />
      {open !== undefined && <EventPanel event={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function useEventColumns(): readonly Column<LogEvent>[] {
  const say = useSay(developerMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'position',
        title: say('position'),
        width: 90,
        align: 'end' as const,
        cell: (event) => <span translate="no">{event.position}</span>,
      },
      {
        id: 'recordedAt',
        title: say('at'),
        width: 130,
        cell: (event) => formats.time(event.recordedAt),
      },
      {
        id: 'type',
        title: say('type'),
        width: 260,
        cell: (event) => <code translate="no">{event.type}</code>,
      },
      {
        id: 'subject',
        title: say('subject'),
        width: 310,
        cell: (event) => <code translate="no">{event.subject}</code>,
      },
      {
        id: 'actor',
        title: say('who'),
        width: 310,
        cell: (event) => <code translate="no">{event.actor}</code>,
      },
    ],
    [say, formats],
  );
}

function EventCard({ event }: { readonly event: LogEvent }) {
  const formats = useFormats();
  return (
    <div className={classes['card']}>
      <div className={classes['cardWords']}>
        <code translate="no">{event.type}</code>
        <span className={classes['soft']}>{formats.time(event.recordedAt)}</span>
      </div>
      <span translate="no" className={classes['soft']}>
        {event.position}
      </span>
    </div>
  );
}

function EventPanel({
  event,
  onClose,
}: {
  readonly event: LogEvent;
  readonly onClose: () => void;
}) {
  const say = useSay(developerMessages);
  const formats = useFormats();
  return (
    <SidePanel title={event.type} onClose={onClose}>
      <Facts
        facts={[
          { name: say('at'), value: formats.fullTime(event.recordedAt) },
          { name: say('subject'), value: event.subject, isData: true },
          { name: say('who'), value: event.actor, isData: true },
        ]}
      />
      <JsonView value={event} />
    </SidePanel>
  );
}
