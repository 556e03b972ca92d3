// The drops of the shop, newest first.

import type { ListDropsItem } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { Suspense, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useLiveRefresh } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { dropMessages } from './messages.ts';

type Drop = ListDropsItem;

const PlanDialog = lazyPart(async () => (await import('./plan-dialog.tsx')).PlanDialog);

const PAGE = 50;
const CHANGES = [
  'drop.created.v1',
  'drop.changed.v1',
  'drop.started.v1',
  'drop.paused.v1',
  'drop.resumed.v1',
  'drop.sold_out.v1',
  'drop.stopped.v1',
  'drop.ended.v1',
];

export function DropsScreen() {
  const say = useSay(dropMessages);
  const { api, can } = useSession();
  const navigate = useNavigate();
  const [isPlanning, setIsPlanning] = useState(false);
  const columns = useDropColumns();
  const [layout, setLayout] = useTableLayout('drops', columns);
  const pages = usePages<Drop>(['drops', 'list'], (cursor, signal) =>
    api.listDrops({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, { signal }),
  );
  useLiveRefresh(CHANGES, ['drops', 'list']);
  const plan = (): void => setIsPlanning(true);
  useCommands([{ id: 'plan drop', label: say('plan'), scope: 'drops:write', run: plan }]);
  return (
    <Page
      title={say('title')}
      fill
      actions={can('drops:write') && <Button onClick={plan}>{say('plan')}</Button>}
    >
      <VirtualTable
        label={say('title')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(drop) => drop.id}
        rowName={(drop) => drop.name}
        onOpen={(drop) => void navigate(`/drops/${drop.id}`)}
        restoreKey="drops"
        card={(drop) => <DropCard drop={drop} />}
        empty={<EmptyState title={say('none')}>{say('noneHint')}</EmptyState>}
      />
      <Suspense>
        {isPlanning && (
          <PlanDialog
            onClose={() => setIsPlanning(false)}
            onPlanned={(drop) => void navigate(`/drops/${drop}`)}
          />
        )}
      </Suspense>
    </Page>
  );
}

function useDropColumns(): readonly Column<Drop>[] {
  const say = useSay(dropMessages);
  const formats = useFormats();
  return useMemo(() => {
    const sum = (drop: Drop, name: 'setApart' | 'sold' | 'waiting'): string =>
      formats.number(drop.items.reduce((total, item) => total + item[name], 0));
    return [
      {
        id: 'name',
        title: say('name'),
        width: 260,
        cell: (drop) => (
          <Link to={`/drops/${drop.id}`} translate="no">
            {drop.name}
          </Link>
        ),
      },
      { id: 'status', title: say('status'), width: 120, cell: (drop) => say(drop.status) },
      {
        id: 'starts',
        title: say('starts'),
        width: 150,
        cell: (drop) => formats.time(drop.startsAt),
      },
      { id: 'ends', title: say('ends'), width: 150, cell: (drop) => formats.time(drop.endsAt) },
      ...(['setApart', 'sold', 'waiting'] as const).map((name) => ({
        id: name,
        title: say(name),
        width: 110,
        align: 'end' as const,
        cell: (drop: Drop) => sum(drop, name),
      })),
    ];
  }, [say, formats]);
}

function DropCard({ drop }: { readonly drop: Drop }) {
  const say = useSay(dropMessages);
  const formats = useFormats();
  return (
    <>
      <Link to={`/drops/${drop.id}`} translate="no">
        {drop.name}
      </Link>
      <div>
        {say(drop.status)} · {formats.time(drop.startsAt)}
      </div>
    </>
  );
}
