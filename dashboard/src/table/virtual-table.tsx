// A list of any length: a few dozen rows in the page, whatever the server holds.
//
//   const pages = usePages(['orders', filter], (cursor, signal) =>
//     api.listOrders({ ...filter, ...(cursor === undefined ? {} : { cursor }) }, { signal }));
//   const [layout, setLayout] = useTableLayout('orders', columns);
//   <VirtualTable label={say('orders')} columns={columns} layout={layout} onLayout={setLayout}
//     pages={pages} rowId={(o) => o.id} rowName={(o) => o.number} onOpen={open}
//     selection={useSelection()} card={(o) => <OrderCard order={o} />} empty={<EmptyState … />} />
//
// `columns` must be the same object from render to render (useMemo). Cells are plain elements: a
// component of the library in every cell makes scrolling three times as slow. j, k and the arrows
// move, Enter opens, Space looks at it, x selects, Shift+x selects up to here. Below 768 px a row is a card. Where one
// was in a list is remembered for coming back, under `restoreKey`.

import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import { Problem } from '../shell/problem.tsx';
import { type Column, type ShownColumn, shown, type TableLayout } from './columns.ts';
import { tableMessages } from './messages.ts';
import type { Selection } from './selection.ts';
import { type SortOrder, TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import type { Pages } from './use-pages.ts';
import { type ActiveRow, useRowKeys } from './use-row-keys.ts';
import classes from './virtual-table.module.css';

export interface VirtualTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly layout: TableLayout;
  readonly onLayout: (layout: TableLayout | null) => void;
  readonly pages: Pages<Row>;
  readonly rowId: (row: Row) => string;
  /** What a reader is told that a row is. */
  readonly rowName: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  /** Looks at a row beside the list, by the space bar. */
  readonly onPeek?: (row: Row) => void;
  /** A row on a phone. */
  readonly card: (row: Row) => ReactNode;
  /** In place of rows, when there are none. */
  readonly empty: ReactNode;
  readonly selection?: Selection;
  readonly sort?: SortOrder;
  readonly onSort?: (sort: SortOrder) => void;
  /** Of the list as it is filtered now. */
  readonly restoreKey?: string;
  /** How many there are in all, where that is known. */
  readonly total?: number | undefined;
}

const OVERSCAN = 8;
const HEIGHTS = { compact: 32, comfortable: 40 };
const CARD_HEIGHT = 64;
const SKELETON_ROWS = 14;
/** As many rows before the end the next page is asked for. */
const AHEAD = 15;

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { columns, layout, pages } = props;
  const { rows, hasMore } = pages;
  const scroller = useRef<HTMLDivElement>(null);
  const { isCards, rowHeight, virtualizer } = useVirtualRows(props, scroller);
  const visible = useMemo(() => shown(layout, columns), [layout, columns]);
  const active = useRowKeys({
    ...props,
    scroller,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    scrollBy: (pixels) => virtualizer.scrollBy(pixels),
    rowHeight,
  });
  if (pages.error !== null && rows.length === 0)
    return <Problem error={pages.error} onRetry={pages.reload} />;
  if (!pages.isLoading && rows.length === 0) return props.empty;
  const template = `${props.selection === undefined ? '' : '2.5rem '}${visible
    .map(({ width }) => `${width}px`)
    .join(' ')} minmax(0, 1fr)`;
  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      data-old={pages.isOld || undefined}
      data-cards={isCards || undefined}
      data-testid="table"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed by hand are no table to CSS */}
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={rowCount(props) ?? -1}
        aria-busy={pages.isLoading || pages.isOld}
        className={classes['table']}
        data-pinned={visible.some(({ inset }) => inset !== null) || undefined}
        style={
          {
            '--columns': template,
            '--row': `${rowHeight}px`,
            '--choice': props.selection === undefined ? '0px' : '2.5rem',
          } as React.CSSProperties
        }
      >
        {!isCards && <TableHead {...props} visible={visible} />}
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div
          role="rowgroup"
          className={classes['rows']}
          style={{ height: pages.isLoading ? undefined : virtualizer.getTotalSize() }}
        >
          {pages.isLoading && <SkeletonRows isCards={isCards} />}
          <RowsInSight
            {...props}
            visible={visible}
            active={active}
            items={virtualizer.getVirtualItems()}
            measure={isCards ? virtualizer.measureElement : undefined}
          />
        </div>
      </div>
      {hasMore && <MoreToCome />}
    </div>
  );
}

interface RowsInSightProps<Row> extends VirtualTableProps<Row> {
  readonly visible: readonly ShownColumn<Row>[];
  readonly active: ActiveRow;
  readonly items: readonly VirtualItem[];
  /** Given where rows are cards, of whatever height. */
  readonly measure: ((element: Element | null) => void) | undefined;
}

function RowsInSight<Row>({ items, active, measure, visible, ...props }: RowsInSightProps<Row>) {
  const { pages, rowId, rowName, selection, card } = props;
  return items.map(({ index, start, key }) => {
    const row = pages.rows[index];
    if (row === undefined) return null;
    return (
      <TableRow
        key={key}
        row={row}
        id={rowId(row)}
        name={rowName(row)}
        index={index}
        place={placeOf(props, index)}
        start={start}
        isActive={index === active.index}
        isTabStop={index === Math.max(active.index, 0)}
        isSelected={selection?.has(rowId(row))}
        columns={visible}
        card={measure === undefined ? undefined : card}
        measure={measure}
        act={active.act}
      />
    );
  });
}

/** With the head; undefined where nobody knows. */
function rowCount<Row>({ pages: { rows, hasMore, fromEnd }, total }: VirtualTableProps<Row>) {
  if (total !== undefined) return Math.max(total, rows.length) + 1;
  return hasMore || fromEnd?.hasBefore === true ? undefined : rows.length + 1;
}

function placeOf<Row>({ pages, total }: VirtualTableProps<Row>, index: number): number {
  if (pages.fromEnd === undefined || total === undefined) return index;
  return Math.max(total - pages.rows.length, 0) + index;
}

/** Which rows are in sight; asks for more before the end is. */
function useVirtualRows<Row>(
  { pages: { rows, hasMore, more, fromEnd }, rowId }: VirtualTableProps<Row>,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const isCards = useMediaQuery('(max-width: 47.99em)', window.innerWidth < 768);
  const [density] = useSetting('density');
  const rowHeight = density === 'comfortable' ? HEIGHTS.comfortable : HEIGHTS.compact;
  const height = isCards ? CARD_HEIGHT : rowHeight;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => (rows[index] === undefined ? index : rowId(rows[index])),
    overscan: OVERSCAN,
    scrollPaddingStart: isCards ? 0 : rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const first = items[0]?.index ?? AHEAD;
  const hasBefore = fromEnd?.hasBefore === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of density is one of height
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) more();
  }, [hasMore, last, rows.length, more]);
  useEffect(() => {
    if (hasBefore && first < AHEAD) more();
  }, [hasBefore, first, more]);
  return { isCards, rowHeight: height, virtualizer };
}

function MoreToCome() {
  const say = useSay(tableMessages);
  return (
    <p className={classes['more']} role="status">
      {say('loadingMore')}
    </p>
  );
}

function SkeletonRows({ isCards }: { readonly isCards: boolean }) {
  return Array.from({ length: SKELETON_ROWS }, (_, index) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
      key={index}
      aria-hidden
      className={classes['skeleton']}
      style={{ height: isCards ? CARD_HEIGHT : 'var(--row)' }}
    >
      <span style={{ width: `${30 + ((index * 37) % 50)}%` }} />
    </div>
  ));
}
