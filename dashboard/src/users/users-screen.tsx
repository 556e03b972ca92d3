// Who may sign in, and what an admin does for those who cannot get in.

import type { User } from '@doorstep/sdk';
import { Badge, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { useKeys } from '../shell/keys.tsx';
import { Page } from '../shell/page.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { userMessages } from './messages.ts';
import { NewUser } from './new-user.tsx';
import { isBuiltIn, useRoles } from './use-roles.ts';
import { UserDrawer } from './user-drawer.tsx';
import classes from './users.module.css';

const PAGE = 100;

export function UsersScreen() {
  const say = useSay(userMessages);
  const { api, can } = useSession();
  const client = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const [isAdding, setIsAdding] = useState(false);
  const columns = useUserColumns();
  const [layout, setLayout] = useTableLayout('users', columns);
  const pages = usePages<User>(['users', 'list'], (cursor, signal) =>
    api.listUsers({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, { signal }),
  );
  const open = pages.rows.find(({ id }) => id === parameters.get('open'));
  const add = (): void => setIsAdding(true);
  useCommands([
    { id: 'new-user', label: say('newUser'), scope: 'access:write', keys: 'n', run: add },
  ]);
  useKeys(can('access:write') ? [{ keys: 'n', does: say('newUser'), run: add }] : []);
  return (
    <Page
      title={say('title')}
      fill
      actions={can('access:write') && <Button onClick={add}>{say('newUser')}</Button>}
    >
      <VirtualTable
        label={say('title')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(user) => user.id}
        rowName={(user) => user.name}
        onOpen={(user) => setParameters({ open: user.id })}
        restoreKey="users"
        card={(user) => <UserCard user={user} />}
        empty={<EmptyState title={say('title')}>{say('none')}</EmptyState>}
      />
      {open !== undefined && <UserDrawer user={open} onClose={() => setParameters({})} />}
      {isAdding && (
        <NewUser
          onClose={() => setIsAdding(false)}
          onMade={(user) => {
            setIsAdding(false);
            void client.invalidateQueries({ queryKey: ['users'] });
            setParameters({ open: user.id });
          }}
        />
      )}
    </Page>
  );
}

function useUserColumns(): readonly Column<User>[] {
  const say = useSay(userMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'name',
        title: say('name'),
        width: 200,
        cell: (user) => <span translate="no">{user.name}</span>,
      },
      {
        id: 'email',
        title: say('email'),
        width: 260,
        cell: (user) => <span translate="no">{user.email}</span>,
      },
      { id: 'role', title: say('role'), width: 130, cell: (user) => <RoleName code={user.role} /> },
      {
        id: 'secondFactor',
        title: say('secondFactor'),
        width: 130,
        cell: (user) => say(user.secondFactor ? 'on' : 'off'),
      },
      {
        id: 'state',
        title: say('state'),
        width: 110,
        cell: (user) => say(user.disabledAt === null ? 'active' : 'disabled'),
      },
      {
        id: 'createdAt',
        title: say('created'),
        width: 130,
        cell: (user) => formats.day(user.createdAt),
      },
    ],
    [say, formats],
  );
}

/** A name that the tenant made up is data. */
function RoleName({ code }: { readonly code: string }) {
  const { nameOf } = useRoles();
  return <span translate={isBuiltIn(code) ? undefined : 'no'}>{nameOf(code)}</span>;
}

function UserCard({ user }: { readonly user: User }) {
  const say = useSay(userMessages);
  return (
    <div className={classes['card']}>
      <div className={classes['cardWords']} translate="no">
        <strong>{user.name}</strong>
        <span>{user.email}</span>
      </div>
      <Badge variant="dot" color={user.disabledAt === null ? 'gray' : 'red'}>
        {user.disabledAt === null ? <RoleName code={user.role} /> : say('disabled')}
      </Badge>
    </div>
  );
}
