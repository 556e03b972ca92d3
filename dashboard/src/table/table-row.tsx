// A row, or on a phone a card. Plain elements only: there are thirty of them at every scroll.

import { type MouseEvent as Click, memo, type ReactNode, useEffect, useRef } from 'react';
import { useSay } from '../language/say.ts';
import type { ShownColumn } from './columns.ts';
import { tableMessages } from './messages.ts';
import { pinnedAt } from './pinned-at.ts';
import type { RowAct } from './use-row-keys.ts';
import classes from './virtual-table.module.css';

export interface TableRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly name: string;
  readonly index: number;
  readonly start: number;
  readonly isActive: boolean;
  /** Where Tab comes into the list. */
  readonly isTabStop: boolean;
  /** Undefined where nothing can be selected. */
  readonly isSelected: boolean | undefined;
  readonly columns: readonly ShownColumn<Row>[];
  /** Its place in the whole list, from 0. */
  readonly place: number;
  readonly card: ((row: Row) => ReactNode) | undefined;
  readonly measure: ((element: Element | null) => void) | undefined;
  readonly act: (act: RowAct, index: number) => void;
}

function PlainRow<Row>(props: TableRowProps<Row>) {
  const { row, index, isActive, isSelected, columns, card, act } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The focus goes with the active row, but is never taken from a field or a dialog.
    const focused = document.activeElement;
    const isFree = focused === document.body || focused?.closest('main') !== null;
    if (isActive && isFree && !focused?.matches('input:not([type=checkbox]), textarea, select'))
      element.current?.focus({ preventScroll: true });
  }, [isActive]);
  const click = (event: Click): void => {
    const target = event.target as Element;
    if (target.closest('a, button, input, label') !== null) return;
    if (window.getSelection()?.isCollapsed === false) return;
    act(event.shiftKey ? 'select-range' : 'open', index);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed by hand are no table to CSS
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      role="row"
      ref={(node) => {
        element.current = node;
        props.measure?.(node);
      }}
      data-index={index}
      data-testid="row"
      aria-rowindex={props.place + 2}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      tabIndex={props.isTabStop ? 0 : -1}
      className={card === undefined ? classes['row'] : classes['card']}
      style={{ transform: `translateY(${props.start}px)` }}
      onClick={click}
    >
      {isSelected !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div role="cell" className={classes['choice']}>
          <Choice name={props.name} index={index} isSelected={isSelected} act={act} />
        </div>
      )}
      {card === undefined ? (
        columns.map((column) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            key={column.id}
            role="cell"
            className={classes['cell']}
            data-align={column.align}
            {...pinnedAt(column)}
          >
            {column.cell(row)}
          </div>
        ))
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div role="cell" className={classes['cardBody']}>
          {card(row)}
        </div>
      )}
    </div>
  );
}

export const TableRow = memo(PlainRow) as typeof PlainRow;

interface ChoiceProps extends Pick<TableRowProps<unknown>, 'name' | 'index' | 'act'> {
  readonly isSelected: boolean;
}

function Choice({ name, index, isSelected, act }: ChoiceProps) {
  const say = useSay(tableMessages);
  return (
    <label className={classes['choiceArea']}>
      <input
        type="checkbox"
        checked={isSelected}
        aria-label={say('selectRow', { row: name })}
        onChange={({ nativeEvent }) => {
          // A box changes by a click, or by the space bar, which makes one.
          const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
          act(isRange ? 'select-range' : 'select', index);
        }}
      />
    </label>
  );
}
