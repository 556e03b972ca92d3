// API keys: who calls, what each may do, when it was last used.

import type { ApiKey, NewApiKey } from '@doorstep/sdk';
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
import { KeyMade } from './key-made.tsx';
import { KeyPanel } from './key-panel.tsx';
import { developerMessages } from './messages.ts';
import { NewKey } from './new-key.tsx';
import { useUrlPart } from './use-open.ts';

export function KeysTab() {
  const say = useSay(developerMessages);
  const { api, can } = useSession();
  const client = useQueryClient();
  const [openId, setOpen] = useUrlPart('open');
  const [isAdding, setIsAdding] = useState(false);
  const [made, setMade] = useState<NewApiKey | null>(null);
  const columns = useKeyColumns();
  const [layout, setLayout] = useTableLayout('keys', columns);
  const pages = usePages<ApiKey>(['developers', 'keys'], (cursor, signal) =>
    api.listApiKeys({ limit: 100, ...(cursor === undefined ? {} : { cursor }) }, { signal }),
  );
  const open = pages.rows.find(({ id }) => id === openId);
  const show = (key: NewApiKey): void => {
    setIsAdding(false);
    setOpen(null);
    setMade(key);
    void client.invalidateQueries({ queryKey: ['developers', 'keys'] });
  };
  const add = (): void => setIsAdding(true);
  useCommands([
    { id: 'new-key', label: say('newKey'), scope: 'access:write', keys: 'n', run: add },
  ]);
  useKeys(can('access:write') ? [{ keys: 'n', does: say('newKey'), run: add }] : []);
  return (
    <>
      <div className={classes['bar']}>
        <span className={classes['soft']}>{say('keysHint')}</span>
        {can('access:write') && (
          <Button className={classes['spread'] ?? ''} onClick={add}>
            {say('newKey')}
          </Button>
        )}
      </div>
      <VirtualTable
        label={say('keys')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(key) => key.id}
        rowName={(key) => key.name}
        onOpen={(key) => setOpen(key.id)}
        restoreKey="developers keys"
        card={(key) => <KeyCard apiKey={key} />}
        empty={<EmptyState title={say('noKeys')}>{say('noKeysHint')}</EmptyState>}
      />
      {open !== undefined && (
        <KeyPanel apiKey={open} onClose={() => setOpen(null)} onRolled={show} />
      )}
      {isAdding && <NewKey onClose={() => setIsAdding(false)} onMade={show} />}
      {made !== null && <KeyMade made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function useKeyColumns(): readonly Column<ApiKey>[] {
  const say = useSay(developerMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'name',
        title: say('name'),
        width: 220,
        cell: (key) => <span translate="no">{key.name}</span>,
      },
      {
        id: 'hint',
        title: say('begins'),
        width: 110,
        cell: (key) => <code translate="no">{key.hint}</code>,
      },
      {
        id: 'scopes',
        title: say('scopes'),
        width: 260,
        cell: (key) =>
          key.scopes.length > 3 ? (
            say('scopeCount', { count: key.scopes.length })
          ) : (
            <span translate="no">{key.scopes.join(', ')}</span>
          ),
      },
      {
        id: 'lastUsedAt',
        title: say('lastUsed'),
        width: 140,
        cell: (key) => (key.lastUsedAt === null ? say('never') : formats.relative(key.lastUsedAt)),
      },
      { id: 'state', title: say('state'), width: 150, cell: (key) => <KeyState apiKey={key} /> },
      {
        id: 'createdAt',
        title: say('created'),
        width: 130,
        cell: (key) => formats.day(key.createdAt),
      },
    ],
    [say, formats],
  );
}

function KeyState({ apiKey }: { readonly apiKey: ApiKey }) {
  const say = useSay(developerMessages);
  const formats = useFormats();
  if (apiKey.revokedAt !== null) return say('revoked');
  if (apiKey.expiresAt === null) return say('valid');
  return new Date(apiKey.expiresAt) < new Date()
    ? say('expired')
    : say('until', { time: formats.time(apiKey.expiresAt) });
}

function KeyCard({ apiKey }: { readonly apiKey: ApiKey }) {
  return (
    <div className={classes['card']}>
      <div className={classes['cardWords']} translate="no">
        <strong>{apiKey.name}</strong>
        <code>{apiKey.hint}</code>
      </div>
      <Badge variant="dot" color={apiKey.revokedAt === null ? 'gray' : 'red'}>
        <KeyState apiKey={apiKey} />
      </Badge>
    </div>
  );
}
