// The returns that the filters leave. What changes is told, and shown when somebody asks.

import type { ListReturnsItem } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { useNewcomers } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { returnMessages } from './messages.ts';
import { ReturnCard } from './return-card.tsx';
import { filterOf, hasFilter } from './return-filter.ts';
import classes from './returns.module.css';
import { useReturnColumns } from './use-return-columns.tsx';

export interface ReturnListProps {
  readonly parameters: URLSearchParams;
  readonly onClear: () => void;
  readonly onOpen: (id: string) => void;
}

export function ReturnList({ parameters, onClear, onOpen }: ReturnListProps) {
  const say = useSay(returnMessages);
  const { api } = useSession();
  const columns = useReturnColumns();
  const [layout, setLayout] = useTableLayout('returns', columns);
  const asked = parameters.toString();
  const pages = usePages<ListReturnsItem>(['returns', 'list', asked], (cursor, signal) =>
    api.listReturns(
      { ...filterOf(parameters), ...(cursor === undefined ? {} : { cursor }) },
      { signal },
    ),
  );
  const newcomers = useNewcomers(['return.']);
  const refresh = (): void => {
    newcomers.clear();
    pages.reload();
  };
  return (
    <>
      {newcomers.count > 0 && (
        <div className={classes['pill']}>
          <Button size="compact-sm" variant="light" data-testid="stale" onClick={refresh}>
            {say('changed')}
          </Button>
        </div>
      )}
      <VirtualTable
        label={say('title')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={({ id }) => id}
        rowName={({ number }) => number}
        onOpen={({ id }) => onOpen(id)}
        card={(row) => <ReturnCard row={row} />}
        restoreKey={`returns ${asked}`}
        empty={<NoReturns isFiltered={hasFilter(parameters)} onClear={onClear} />}
      />
    </>
  );
}

interface NoReturnsProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function NoReturns({ isFiltered, onClear }: NoReturnsProps) {
  const say = useSay(returnMessages);
  if (!isFiltered) return <EmptyState title={say('none')}>{say('noneHint')}</EmptyState>;
  return (
    <EmptyState
      title={say('noneFound')}
      actions={
        <Button variant="default" onClick={onClear}>
          {say('clear')}
        </Button>
      }
    >
      {say('noneFoundHint')}
    </EmptyState>
  );
}
