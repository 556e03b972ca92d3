// Everything that is sold: a list of any length, found by code, title or barcode.

import type { Sku } from '@doorstep/sdk';
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
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { catalogMessages } from './messages.ts';
import { pathOfSku } from './path-of-sku.ts';

const SkuDialog = lazyPart(async () => (await import('./sku-dialog.tsx')).SkuDialog);

const PAGE = 100;

export function CatalogScreen() {
  const say = useSay(catalogMessages);
  const { api, can } = useSession();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchText();
  const [isAdding, setIsAdding] = useState(false);
  const columns = useSkuColumns();
  const [layout, setLayout] = useTableLayout('catalog', columns);
  const pages = usePages<Sku>(['catalog', 'list', search], (cursor, signal) =>
    api.listSkus(
      {
        limit: PAGE,
        ...(search === '' ? {} : { search }),
        ...(cursor === undefined ? {} : { cursor }),
      },
      { signal },
    ),
  );
  const open = (sku: Sku): void => void navigate(pathOfSku(sku.code));
  const add = (): void => setIsAdding(true);
  const mayAdd = can('catalog:write');
  useCommands([
    { id: 'new-sku', label: say('newSku'), scope: 'catalog:write', keys: 'n', run: add },
  ]);
  useKeys(mayAdd ? [{ keys: 'n', does: say('newSku'), run: add }] : []);
  const addButton = mayAdd && <Button onClick={add}>{say('newSku')}</Button>;
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
        rowId={(sku) => sku.id}
        rowName={(sku) => sku.code}
        onOpen={open}
        restoreKey={`catalog ${search}`}
        card={(sku) => <SkuCard sku={sku} />}
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
          <SkuDialog
            sku={null}
            onClose={() => setIsAdding(false)}
            onSaved={(code) => void navigate(pathOfSku(code))}
          />
        )}
      </Suspense>
    </Page>
  );
}

function useSkuColumns(): readonly Column<Sku>[] {
  const say = useSay(catalogMessages);
  const formats = useFormats();
  return useMemo(() => {
    const data = (text: string | null) => <span translate="no">{text}</span>;
    return [
      {
        id: 'code',
        title: say('code'),
        width: 180,
        cell: (sku) => (
          <Link to={pathOfSku(sku.code)} translate="no">
            {sku.code}
          </Link>
        ),
      },
      { id: 'title', title: say('name'), width: 300, cell: (sku) => data(sku.title) },
      {
        id: 'barcode',
        title: say('barcode'),
        width: 160,
        cell: ({ barcodes: [first, ...more] }) =>
          data(first === undefined ? '' : `${first}${more.length > 0 ? ` +${more.length}` : ''}`),
      },
      {
        id: 'kind',
        title: say('kind'),
        width: 140,
        cell: ({ components: { length: count } }) =>
          count === 0 ? say('plain') : say('kitOf', { count }),
      },
      {
        id: 'weight',
        title: say('weight'),
        width: 100,
        align: 'end',
        cell: ({ weightGrams }) =>
          weightGrams === null ? '' : say('grams', { grams: formats.number(weightGrams) }),
      },
      {
        id: 'price',
        title: say('price'),
        width: 110,
        align: 'end',
        cell: ({ price }) =>
          price === null ? '' : formats.money(price.amountMinor, price.currency),
      },
      {
        id: 'state',
        title: say('state'),
        width: 120,
        cell: ({ active }) => (
          <span className={active ? undefined : classes['soft']}>
            {say(active ? 'active' : 'inactive')}
          </span>
        ),
      },
    ];
  }, [say, formats]);
}

function SkuCard({ sku }: { readonly sku: Sku }) {
  const say = useSay(catalogMessages);
  const formats = useFormats();
  const { price } = sku;
  return (
    <div className={classes['cardRow']}>
      <div>
        <Link to={pathOfSku(sku.code)} translate="no">
          {sku.code}
        </Link>
        <div className={classes['soft']} translate="no">
          {sku.title}
        </div>
      </div>
      <span className={classes['soft']}>
        {!sku.active
          ? say('inactive')
          : price !== null && formats.money(price.amountMinor, price.currency)}
      </span>
    </div>
  );
}
