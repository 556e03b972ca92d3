// The heads of the columns: sort, drag to another place, draw wider.

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { type Column, moved, resized, type ShownColumn, type TableLayout } from './columns.ts';
import { tableMessages } from './messages.ts';
import { pinnedAt } from './pinned-at.ts';
import type { Selection } from './selection.ts';
import type { Pages } from './use-pages.ts';
import classes from './virtual-table.module.css';

export interface SortOrder {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

export interface TableHeadProps<Row> {
  readonly visible: readonly ShownColumn<Row>[];
  readonly layout: TableLayout;
  readonly onLayout: (layout: TableLayout) => void;
  readonly pages: Pages<Row>;
  readonly rowId: (row: Row) => string;
  readonly selection?: Selection;
  readonly sort?: SortOrder;
  readonly onSort?: (sort: SortOrder) => void;
}

export function TableHead<Row>(props: TableHeadProps<Row>) {
  const { visible, layout, onLayout, selection, pages, rowId, sort, onSort } = props;
  const say = useSay(tableMessages);
  const [dragged, setDragged] = useState<string | null>(null);
  const ids = pages.rows.map(rowId);
  const count = selection === undefined ? 0 : ids.filter((id) => selection.has(id)).length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed by hand are no table to CSS
    // biome-ignore lint/a11y/useFocusableInteractive: its parts are
    <div role="row" aria-rowindex={1} className={classes['head']}>
      {selection !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: its part is
        <div role="columnheader" className={classes['choice']}>
          <label className={classes['choiceArea']}>
            <input
              type="checkbox"
              aria-label={say('selectAll')}
              checked={count > 0 && count === ids.length}
              ref={(box) => {
                if (box !== null) box.indeterminate = count > 0 && count < ids.length;
              }}
              onChange={() => selection.set(ids, count < ids.length)}
            />
          </label>
        </div>
      )}
      {visible.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: its parts are
        <div
          key={column.id}
          role="columnheader"
          className={classes['headCell']}
          data-align={column.align}
          {...pinnedAt(column)}
          aria-sort={ariaSort(column, sort)}
          draggable
          onDragStart={() => setDragged(column.id)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => dragged !== null && onLayout(moved(layout, dragged, column.id))}
        >
          <HeadLabel column={column} sort={sort} onSort={onSort} />
          <Edge column={column} onResize={(width) => onLayout(resized(layout, column.id, width))} />
        </div>
      ))}
    </div>
  );
}

interface HeadLabelProps<Row> {
  readonly column: Column<Row>;
  readonly sort: SortOrder | undefined;
  readonly onSort: ((sort: SortOrder) => void) | undefined;
}

function HeadLabel<Row>({ column, sort, onSort }: HeadLabelProps<Row>) {
  const { sort: by, title } = column;
  if (by === undefined || onSort === undefined) return <span>{title}</span>;
  const isSorted = sort?.by === by;
  const isDown = isSorted && sort.direction === 'desc';
  const Icon = isDown ? IconArrowDown : IconArrowUp;
  return (
    <button type="button" onClick={() => onSort({ by, direction: isDown ? 'asc' : 'desc' })}>
      {title}
      {isSorted && <Icon size={13} />}
    </button>
  );
}

function ariaSort<Row>(column: Column<Row>, sort: SortOrder | undefined) {
  if (column.sort === undefined || sort?.by !== column.sort) return undefined;
  return sort.direction === 'asc' ? 'ascending' : 'descending';
}

const STEP = 16;

interface EdgeProps<Row> {
  readonly column: Column<Row>;
  readonly onResize: (width: number) => void;
}

/** Drawn by the mouse, or moved by the arrows. */
function Edge<Row>({ column, onResize }: EdgeProps<Row>) {
  const say = useSay(tableMessages);
  const [start, setStart] = useState<{ x: number; width: number } | null>(null);
  const sign = document.documentElement.dir === 'rtl' ? -1 : 1;
  const draw = (event: PointerEvent): void => {
    if (start !== null) onResize(start.width + sign * (event.clientX - start.x));
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onResize(column.width + sign * step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={say('resize', { column: column.title })}
      aria-valuenow={column.width}
      tabIndex={0}
      className={classes['edge']}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart({ x: event.clientX, width: column.width });
      }}
      onPointerMove={draw}
      onPointerUp={() => setStart(null)}
      onKeyDown={press}
    />
  );
}
