// Who buys: a list of any length, found by name, e-mail, phone or external id.

import type { Customer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { Suspense, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { ListSearch } from '../record/list-search.tsx';
import { NothingFound } from '../record/nothing-found.tsx';
import classes from '../record/record.module.css';
import { useSearchText } from '../record/use-search-text.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { useKeys } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { type Pages, usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { customerMessages } from './messages.ts';
import { nameOf } from './name-of.ts';

const CustomerDialog = lazyPart(async () => (await import('./customer-dialog.tsx')).CustomerDialog);

const PAGE = 100;

export function CustomersScreen() {
  const say = useSay(customerMessages);
  const { can } = useSession();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchText();
  const [isAdding, setIsAdding] = useState(false);
  const columns = useCustomerColumns();
  const [layout, setLayout] = useTableLayout('customers', columns);
  const pages = useCustomers(search);
  const open = ({ id }: Customer): void => void navigate(`/customers/${id}`);
  const add = (): void => setIsAdding(true);
  const mayAdd = can('customers:write');
  useCommands([
    {
      id: 'new-customer',
      label: say('newCustomer'),
      scope: 'customers:write',
      keys: 'n',
      run: add,
    },
  ]);
  useKeys(mayAdd ? [{ keys: 'n', does: say('newCustomer'), run: add }] : []);
  const addButton = mayAdd && <Button onClick={add}>{say('newCustomer')}</Button>;
  const [only] = pages.rows;
  return (
    <Page title={say('title')} fill actions={addButton}>
      <ListSearch
        value={search}
        label={say('search')}
        onSearch={setSearch}
        onEnter={() => pages.rows.length === 1 && only !== undefined && open(only)}
      />
      <VirtualTable
        label={say('title')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(one) => one.id}
        rowName={(one) => nameOf(one) ?? say('nameless')}
        onOpen={open}
        restoreKey={`customers ${search}`}
        card={(one) => <CustomerCard customer={one} />}
        empty={
          search === '' ? (
            <EmptyState title={say('none')} actions={addButton}>
              {say('noneHint')}
            </EmptyState>
          ) : (
            <NothingFound onClear={() => setSearch('')} />
          )
        }
      />
      <Suspense>
        {isAdding && (
          <CustomerDialog
            customer={null}
            onClose={() => setIsAdding(false)}
            onSaved={(id) => void navigate(`/customers/${id}`)}
          />
        )}
      </Suspense>
    </Page>
  );
}

function useCustomers(search: string): Pages<Customer> {
  const { api } = useSession();
  return usePages<Customer>(['customers', 'list', search], (cursor, signal) =>
    api.listCustomers(
      {
        limit: PAGE,
        ...(search === '' ? {} : { search }),
        ...(cursor === undefined ? {} : { cursor }),
      },
      { signal },
    ),
  );
}

function useCustomerColumns(): readonly Column<Customer>[] {
  const say = useSay(customerMessages);
  const formats = useFormats();
  return useMemo(() => {
    const data = (text: string | null) => <span translate="no">{text}</span>;
    return [
      { id: 'name', title: say('name'), width: 240, cell: (one) => <NameLink customer={one} /> },
      { id: 'email', title: say('email'), width: 280, cell: (one) => data(one.email) },
      { id: 'phone', title: say('phone'), width: 160, cell: (one) => data(one.phone) },
      {
        id: 'externalId',
        title: say('externalId'),
        width: 150,
        cell: (one) => data(one.externalId),
      },
      {
        id: 'since',
        title: say('since'),
        width: 140,
        cell: (one) => formats.day(one.createdAt),
      },
      {
        id: 'state',
        title: say('state'),
        width: 100,
        cell: (one) => (one.erasedAt === null ? '' : say('erased')),
      },
    ];
  }, [say, formats]);
}

function NameLink({ customer }: { readonly customer: Customer }) {
  const say = useSay(customerMessages);
  const { name, erasedAt } = customer;
  const other = say(erasedAt === null ? 'nameless' : 'erased');
  return (
    <Link to={`/customers/${customer.id}`}>
      {name === null ? (
        <span className={classes['soft']}>{other}</span>
      ) : (
        <span translate="no">{name}</span>
      )}
    </Link>
  );
}

function CustomerCard({ customer }: { readonly customer: Customer }) {
  const formats = useFormats();
  return (
    <div className={classes['cardRow']}>
      <div>
        <NameLink customer={customer} />
        <div className={classes['soft']} translate="no">
          {customer.email ?? customer.phone ?? customer.externalId}
        </div>
      </div>
      <span className={classes['soft']}>{formats.day(customer.createdAt)}</span>
    </div>
  );
}
