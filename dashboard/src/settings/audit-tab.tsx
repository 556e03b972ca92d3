// Who did what, when and from where: by person, kind, thing and time.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { AUDIT_KINDS, type NamedEntry, useAuditWords } from './audit-words.ts';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';
import { useAuditFilter } from './use-audit-filter.ts';

const PAGE = 100;

export function AuditTab() {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const { filter } = useAuditFilter();
  const columns = useAuditColumns();
  const [layout, setLayout] = useTableLayout('audit', columns);
  const pages = usePages<NamedEntry>(['settings', 'audit', filter], async (cursor, signal) => {
    const place = cursor === undefined ? {} : { cursor };
    const page = await api.listAudit({ ...filter, ...place, limit: PAGE }, { signal });
    const items = page.items.map((one) => ({ ...one, who: page.names[one.actor] ?? one.actor }));
    return { items, nextCursor: page.nextCursor };
  });
  const openId = parameters.get('open');
  const open = pages.rows.find(({ id }) => id === openId);
  const setOpen = (id: string | null): void =>
    setParameters((before) => {
      const next = new URLSearchParams(before);
      if (id === null) next.delete('open');
      else next.set('open', id);
      return next;
    });
  return (
    <>
      <AuditFilterBar />
      <VirtualTable
        label={say('audit')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(entry) => entry.id}
        rowName={(entry) => `${entry.who} ${entry.type}`}
        onOpen={(entry) => setOpen(entry.id)}
        restoreKey={`audit ${JSON.stringify(filter)}`}
        card={(entry) => <AuditCard entry={entry} />}
        empty={<EmptyState title={say('noAudit')}>{say('noAuditHint')}</EmptyState>}
      />
      {open !== undefined && <AuditPanel entry={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function AuditFilterBar() {
  const say = useSay(settingsMessages);
  const words = useAuditWords();
  const { filter, shown, set } = useAuditFilter();
  const people = usePeople();
  const [typed, setTyped] = useState(shown.subject);
  const file = new URLSearchParams({ ...filter, format: 'csv' });
  return (
    <form
      className={classes['bar']}
      onSubmit={(event) => {
        event.preventDefault();
        set('subject', typed.trim());
      }}
    >
      <NativeSelect
        aria-label={say('who')}
        value={shown.actor}
        onChange={(event) => set('actor', event.currentTarget.value)}
      >
        <option value="">{say('everybody')}</option>
        {people.map(({ actor, name }) => (
          <option key={actor} value={actor} translate="no">
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        aria-label={say('kind')}
        value={shown.kind}
        onChange={(event) => set('kind', event.currentTarget.value)}
        data={[
          { value: '', label: say('everyKind') },
          ...AUDIT_KINDS.map((kind) => ({ value: kind, label: words.kind(kind) })),
        ]}
      />
      <TextInput
        type="date"
        aria-label={say('from')}
        value={shown.from}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        aria-label={say('to')}
        value={shown.to}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
      <TextInput
        aria-label={say('thing')}
        placeholder={say('thing')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        component="a"
        variant="default"
        className={classes['spread'] ?? ''}
        href={`/v1/audit/export?${file}`}
        download
      >
        {say('download')}
      </Button>
    </form>
  );
}

/** Users and keys that may have done something. */
function usePeople(): readonly { readonly actor: string; readonly name: string }[] {
  const { api, can } = useSession();
  const { data } = useQuery({
    queryKey: ['settings', 'people'],
    queryFn: async () => {
      const [users, keys] = await Promise.all([
        api.listUsers({ limit: 200 }),
        api.listApiKeys({ limit: 200 }),
      ]);
      return [
        ...users.items.map(({ id, name }) => ({ actor: `user:${id}`, name })),
        ...keys.items.map(({ id, name }) => ({ actor: `api-key:${id}`, name })),
      ];
    },
    enabled: can('access:read'),
  });
  return data ?? [];
}

function useAuditColumns(): readonly Column<NamedEntry>[] {
  const say = useSay(settingsMessages);
  const words = useAuditWords();
  const formats = useFormats();
  return useMemo(
    () => [
      { id: 'at', title: say('when'), width: 140, cell: (one) => formats.time(one.at) },
      {
        id: 'who',
        title: say('who'),
        width: 190,
        cell: (one) => <span translate="no">{one.who}</span>,
      },
      {
        id: 'kind',
        title: say('kind'),
        width: 140,
        cell: (one) => words.kind(one.kind),
      },
      {
        id: 'type',
        title: say('what'),
        width: 210,
        cell: (one) => <code translate="no">{one.type}</code>,
      },
      {
        id: 'change',
        title: say('change'),
        width: 330,
        cell: (one) => (
          <span translate="no" className={classes['soft']}>
            {words.change(one)}
          </span>
        ),
      },
      {
        id: 'address',
        title: say('fromWhere'),
        width: 130,
        cell: (one) => <span translate="no">{one.address ?? '–'}</span>,
      },
    ],
    [say, words, formats],
  );
}

function AuditCard({ entry }: { readonly entry: NamedEntry }) {
  const formats = useFormats();
  return (
    <div className={classes['card']}>
      <div className={classes['cardWords']} translate="no">
        <strong>{entry.type}</strong>
        <span>{entry.who}</span>
      </div>
      <span className={classes['soft']}>{formats.time(entry.at)}</span>
    </div>
  );
}
