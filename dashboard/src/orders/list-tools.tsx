// What is done with the list as a whole: view, columns, density, export.

import type { ListOrdersItem, CreateOrderViewAnswer as OrderView } from '@doorstep/sdk';
import { ActionIcon } from '@mantine/core';
import { IconBaselineDensityMedium, IconBaselineDensitySmall } from '@tabler/icons-react';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import { ColumnChooser } from '../table/column-chooser.tsx';
import { type Column, shown, type TableLayout } from '../table/columns.ts';
import { ExportButton } from './export-button.tsx';
import { orderMessages } from './messages.ts';
import classes from './order-list.module.css';
import type { OrderQuery } from './order-query.ts';
import { type ShownView, ViewMenu } from './view-menu.tsx';

export interface ListToolsProps {
  readonly query: OrderQuery;
  readonly current: OrderView | null;
  readonly columns: readonly Column<ListOrdersItem>[];
  readonly layout: TableLayout;
  readonly onLayout: (layout: TableLayout | null) => void;
}

export function ListTools({ query, current, columns, layout, onLayout }: ListToolsProps) {
  const say = useSay(orderMessages);
  const [density, setDensity] = useSetting('density');
  const isRoomy = density === 'comfortable';
  const visible = shown(layout, columns);
  const view: ShownView = {
    filters: query.filters as ShownView['filters'],
    sort: query.sort,
    columns: visible.map(({ id, width, isPinned = false }) => ({
      name: id,
      width,
      ...(isPinned ? { pinned: true } : {}),
    })),
    density: isRoomy ? 'comfortable' : 'compact',
  };
  return (
    <>
      <ViewMenu current={current} shown={view} />
      <ColumnChooser columns={columns} layout={layout} onLayout={onLayout} />
      <ActionIcon
        variant="default"
        size={36}
        className={classes['density'] ?? ''}
        aria-label={say(isRoomy ? 'compact' : 'comfortable')}
        onClick={() => setDensity(isRoomy ? 'compact' : 'comfortable')}
      >
        {isRoomy ? <IconBaselineDensitySmall size={16} /> : <IconBaselineDensityMedium size={16} />}
      </ActionIcon>
      <ExportButton query={query} columns={visible.map(({ id }) => id)} />
    </>
  );
}
