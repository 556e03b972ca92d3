// SKUs down, locations across: a few dozen rows and columns in the page, whatever there is.

import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Formats, useFormats } from '../language/formats.ts';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import type { Pages } from '../table/use-pages.ts';
import classes from './inventory.module.css';
import { inventoryMessages } from './messages.ts';
import { type GridRow, levelAt, type NumberName, toneOf, totalOf } from './stock-numbers.ts';
import { type Cell, type GridAct, useGridKeys } from './use-grid-keys.ts';

export interface StockGridProps {
  readonly pages: Pages<GridRow>;
  readonly locations: readonly string[];
  readonly number: NumberName;
  readonly mayEdit: boolean;
  /** Of a location, or of all of them. */
  readonly onOpen: (row: GridRow, location: string | null) => void;
  readonly onPaste: (text: string, cell: Cell) => void;
  readonly onSet: (row: GridRow, location: string, onHand: number) => void;
  /** Which rows are in sight. */
  readonly onSight: (rows: readonly GridRow[]) => void;
}

const ROW = 36;
const COLUMN = 104;
const AHEAD = 30;
const SKELETON_ROWS = 14;

export function StockGrid(props: StockGridProps) {
  const { pages, locations } = props;
  const say = useSay(inventoryMessages);
  const scroller = useRef<HTMLDivElement>(null);
  const { skuWidth, rows, columns } = useVirtualCells(props, scroller);
  const grid = useGridKeys({
    rowCount: pages.rows.length,
    columnCount: locations.length + 1,
    pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW * 10) / ROW) - 2),
    show({ row, column }) {
      rows.scrollToIndex(row, { align: 'auto' });
      columns.scrollToIndex(column, { align: 'auto' });
    },
  });
  const { active, editing } = grid;
  const act = useAct(props);
  const items = rows.getVirtualItems();
  const across = columns.getVirtualItems();
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells that are placed by hand are no table to CSS
    <div
      ref={scroller}
      role="grid"
      aria-label={say('grid')}
      aria-description={say('moveHint')}
      aria-rowcount={pages.hasMore ? -1 : pages.rows.length + 1}
      aria-colcount={locations.length + 2}
      aria-busy={pages.isLoading || pages.isOld}
      aria-activedescendant={`cell-${active.row}-${active.column}`}
      className={classes['scroller']}
      data-old={pages.isOld || undefined}
      data-testid="grid"
      tabIndex={0}
      onKeyDown={(event) => grid.key(event, act, props.mayEdit && props.number === 'onHand')}
      onPaste={(event) => props.mayEdit && grid.paste(event, act)}
    >
      <div
        className={classes['canvas']}
        style={{ width: skuWidth + columns.getTotalSize(), height: rows.getTotalSize() + ROW }}
      >
        <Head {...{ skuWidth, across, locations }} />
        {pages.isLoading && <Skeleton />}
        {items.map(({ index, start }) => {
          const row = pages.rows[index];
          return row === undefined ? null : (
            <Row
              key={row.skuId}
              {...{ row, index, start, skuWidth, across, locations, act }}
              number={props.number}
              activeColumn={index === active.row ? active.column : -1}
              editing={index === active.row ? editing : null}
              edit={grid.edit}
              choose={grid.choose}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The same function from render to render: rows that stay as they are keep it. */
function useAct(props: StockGridProps): GridAct {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  return useCallback((what, cell, text) => {
    const { pages, locations, onOpen, onPaste, onSet } = latest.current;
    const row = pages.rows[cell.row];
    const location = locations[cell.column - 1] ?? null;
    if (row === undefined) return;
    if (what === 'open') onOpen(row, location);
    if (what === 'paste') onPaste(text, cell);
    if (what === 'set' && location !== null) onSet(row, location, Number(text));
  }, []);
}

function useVirtualCells(props: StockGridProps, scroller: RefObject<HTMLDivElement | null>) {
  const { pages, locations, onSight } = props;
  const { direction } = useLanguage();
  const [skuWidth] = useState(() => (window.innerWidth < 768 ? 132 : 280));
  const rows = useVirtualizer({
    count: pages.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    paddingStart: 0,
    scrollPaddingStart: 0,
    scrollPaddingEnd: ROW,
  });
  const columns = useVirtualizer({
    count: locations.length + 1,
    horizontal: true,
    isRtl: direction === 'rtl',
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    overscan: 2,
    scrollPaddingEnd: skuWidth,
  });
  const first = rows.getVirtualItems().at(0)?.index ?? 0;
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => onSight(pages.rows.slice(first, last + 1)), [onSight, pages.rows, first, last]);
  const { hasMore, more } = pages;
  useEffect(() => {
    if (hasMore && last >= pages.rows.length - AHEAD) more();
  }, [hasMore, more, last, pages.rows.length]);
  return { skuWidth, rows, columns };
}

interface AcrossProps {
  readonly skuWidth: number;
  readonly across: readonly VirtualItem[];
  readonly locations: readonly string[];
}

/* biome-ignore-start lint/a11y/useSemanticElements: cells that are placed by hand are no table to CSS */
/* biome-ignore-start lint/a11y/useFocusableInteractive: the grid has the focus, and names its cell */
function Head({ skuWidth, across, locations }: AcrossProps) {
  const say = useSay(inventoryMessages);
  return (
    <div role="row" aria-rowindex={1} className={classes['head']}>
      <div role="columnheader" className={classes['sku']} style={{ width: skuWidth }}>
        {say('sku')}
      </div>
      {across.map(({ index, start }) => (
        <div
          key={index}
          role="columnheader"
          aria-colindex={index + 2}
          className={classes['number']}
          style={{ insetInlineStart: skuWidth + start, width: COLUMN }}
          data-total={index === 0 || undefined}
          title={locations[index - 1]}
          translate={index === 0 ? undefined : 'no'}
        >
          {index === 0 ? say('all') : locations[index - 1]}
        </div>
      ))}
    </div>
  );
}

interface RowProps extends AcrossProps {
  readonly row: GridRow;
  readonly index: number;
  readonly start: number;
  readonly number: NumberName;
  readonly activeColumn: number;
  readonly editing: string | null;
  readonly edit: (text: string | null) => void;
  readonly choose: (cell: Cell) => void;
  readonly act: GridAct;
}

const Row = memo(PlainRow, isSameRow);

function PlainRow(props: RowProps) {
  const { row, index, start, skuWidth, across, locations, number, activeColumn, act } = props;
  const formats = useFormats();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes['row']}
      style={{ transform: `translateY(${start}px)` }}
      data-active={activeColumn >= 0 || undefined}
      data-testid="row"
    >
      <div
        role="rowheader"
        className={classes['sku']}
        style={{ width: skuWidth }}
        translate="no"
        title={row.title}
      >
        <strong>{row.sku}</strong> <span>{row.title}</span>
      </div>
      {across.map((column) => {
        const at = column.index;
        const cell = { row: index, column: at };
        const isActive = at === activeColumn;
        const { text, tone } = cellOf(row, locations[at - 1], number, formats);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
          <div
            key={at}
            id={`cell-${index}-${at}`}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={isActive}
            className={classes['number']}
            style={{ insetInlineStart: skuWidth + column.start, width: COLUMN }}
            data-tone={tone}
            data-total={at === 0 || undefined}
            data-cell={`${row.sku} ${locations[at - 1] ?? ''}`}
            onClick={() => {
              if (isActive) act('open', cell, '');
              else props.choose(cell);
            }}
            onDoubleClick={() => act('open', cell, '')}
          >
            {isActive && props.editing !== null ? (
              <Editor
                label={`${row.sku} ${locations[at - 1]}`}
                text={props.editing}
                edit={props.edit}
                done={(typed) => act('set', cell, typed)}
              />
            ) : (
              text
            )}
          </div>
        );
      })}
    </div>
  );
}
/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */
/* biome-ignore-end lint/a11y/useSemanticElements: see above */

/** What a row is given anew with every look is compared by what it says. */
function isSameRow(a: RowProps, b: RowProps): boolean {
  return (
    a.row === b.row &&
    a.index === b.index &&
    a.start === b.start &&
    a.number === b.number &&
    a.activeColumn === b.activeColumn &&
    a.editing === b.editing &&
    a.locations === b.locations &&
    a.across.length === b.across.length &&
    a.across[0]?.index === b.across[0]?.index &&
    a.activeColumn < 0
  );
}

function cellOf(
  row: GridRow,
  location: string | undefined,
  number: NumberName,
  formats: Formats,
): { readonly text: string; readonly tone: string | undefined } {
  if (location === undefined)
    return { text: formats.number(totalOf(row, number)), tone: undefined };
  const level = levelAt(row, location);
  if (level === undefined) return { text: '·', tone: 'none' };
  const units = level[number];
  return {
    text: formats.number(units),
    tone: toneOf(level, number) ?? (units === 0 ? 'none' : undefined),
  };
}

interface EditorProps {
  readonly label: string;
  readonly text: string;
  readonly edit: (text: string | null) => void;
  readonly done: (typed: string) => void;
}

function Editor({ label, text, edit, done }: EditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const finish = (typed: string | null): void => {
    const grid = input.current?.closest<HTMLElement>('[role=grid]');
    edit(null);
    grid?.focus();
    if (typed !== null && /^\d{1,6}$/.test(typed)) done(typed);
  };
  useEffect(() => input.current?.focus(), []);
  return (
    <input
      ref={input}
      aria-label={label}
      inputMode="numeric"
      value={text}
      onChange={(event) => edit(event.currentTarget.value.replace(/\D/g, ''))}
      onBlur={() => edit(null)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'Tab') {
          event.preventDefault();
          finish(text);
        }
        if (event.key === 'Escape') finish(null);
      }}
    />
  );
}

function Skeleton() {
  const lines = useMemo(() => Array.from({ length: SKELETON_ROWS }, (_, line) => line), []);
  return lines.map((line) => (
    <div
      key={line}
      aria-hidden
      className={classes['skeleton']}
      style={{ transform: `translateY(${line * ROW}px)` }}
    >
      <span style={{ width: `${20 + ((line * 37) % 30)}%` }} />
    </div>
  ));
}
