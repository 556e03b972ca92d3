// Where stock lies and orders leave.

import type { Location } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
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
import { useTableLayout } from '../table/columns.ts';
import type { Pages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { locationMessages } from './messages.ts';
import { pathOfLocation } from './path-of-location.ts';
import { useLocationColumns } from './use-location-columns.tsx';

const LocationDialog = lazyPart(async () => (await import('./location-dialog.tsx')).LocationDialog);

export function LocationsScreen() {
  const say = useSay(locationMessages);
  const { can } = useSession();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchText();
  const [isAdding, setIsAdding] = useState(false);
  const columns = useLocationColumns();
  const [layout, setLayout] = useTableLayout('locations', columns);
  const pages = useLocations(search);
  const open = (place: Location): void => void navigate(pathOfLocation(place.code));
  const add = (): void => setIsAdding(true);
  const mayAdd = can('locations:write');
  useCommands([
    {
      id: 'new-location',
      label: say('newLocation'),
      scope: 'locations:write',
      keys: 'n',
      run: add,
    },
  ]);
  useKeys(mayAdd ? [{ keys: 'n', does: say('newLocation'), run: add }] : []);
  const addButton = mayAdd && <Button onClick={add}>{say('newLocation')}</Button>;
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
        rowId={(place) => place.id}
        rowName={(place) => place.code}
        onOpen={open}
        restoreKey={`locations ${search}`}
        card={(place) => <LocationCard place={place} />}
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
          <LocationDialog
            place={null}
            onClose={() => setIsAdding(false)}
            onSaved={(code) => void navigate(pathOfLocation(code))}
          />
        )}
      </Suspense>
    </Page>
  );
}

/** All of them, by code: there are hundreds at most, so the search is made here. */
function useLocations(search: string): Pages<Location> {
  const { api } = useSession();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['locations', 'list'],
    refetchInterval: usePollMs(),
    queryFn: async ({ signal }) => {
      const places: Location[] = [];
      for await (const place of api.listLocations.all({ limit: 200 }, { signal }))
        places.push(place);
      return places.sort((a, b) => a.code.localeCompare(b.code));
    },
  });
  useLiveRefresh(['location.'], ['locations', 'list']);
  const rows = useMemo(
    () => (data ?? []).filter((place) => isFound(place, search)),
    [data, search],
  );
  return {
    rows,
    isLoading: isPending,
    isOld: false,
    hasMore: false,
    error,
    more() {},
    reload: async () => void (await refetch()),
  };
}

function isFound({ code, name, address }: Location, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/);
  const text = [code, name, address.city, address.country].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function LocationCard({ place }: { readonly place: Location }) {
  const say = useSay(locationMessages);
  const formats = useFormats();
  const { code, name, kind, address, active, nextCutOffAt } = place;
  return (
    <div className={classes['cardRow']}>
      <div>
        <Link to={pathOfLocation(code)} translate="no">
          {code}
        </Link>
        <div className={classes['soft']}>
          <span translate="no">{name}</span> · {say(kind)} ·{' '}
          <span translate="no">{address.city ?? address.country}</span>
        </div>
      </div>
      <span className={classes['soft']}>
        {!active ? say('inactive') : nextCutOffAt !== null && formats.relative(nextCutOffAt)}
      </span>
    </div>
  );
}
