// Which columns are shown, and in which order; for those without a mouse, too.

import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronUp,
  IconColumns,
  IconPin,
  IconPinFilled,
} from '@tabler/icons-react';
import { useSay } from '../language/say.ts';
import { type Column, moved, type TableLayout } from './columns.ts';
import { tableMessages } from './messages.ts';
import classes from './virtual-table.module.css';

export interface ColumnChooserProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly layout: TableLayout;
  readonly onLayout: (layout: TableLayout | null) => void;
}

export function ColumnChooser<Row>({ columns, layout, onLayout }: ColumnChooserProps<Row>) {
  const say = useSay(tableMessages);
  const toggle = (id: string): void =>
    onLayout(layout.map((one) => (one.id === id ? { ...one, isHidden: !one.isHidden } : one)));
  const pin = (id: string): void =>
    onLayout(
      layout.map((one) => (one.id === id ? { ...one, isPinned: one.isPinned !== true } : one)),
    );
  return (
    <Popover position="bottom-end" trapFocus transitionProps={{ duration: 0 }} withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconColumns size={16} />}
          className={classes['chooser']}
        >
          {say('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes['columnList']}>
          {layout.map(({ id, isHidden, isPinned = false }, index) => {
            const title = columns.find((one) => one.id === id)?.title ?? id;
            const above = layout[index - 1]?.id;
            const below = layout[index + 1]?.id;
            return (
              <li key={id}>
                <Checkbox label={title} checked={!isHidden} onChange={() => toggle(id)} size="xs" />
                <ActionIcon
                  variant="subtle"
                  color={isPinned ? 'blue' : 'gray'}
                  disabled={isHidden}
                  aria-label={say('pin', { column: title })}
                  aria-pressed={isPinned}
                  onClick={() => pin(id)}
                >
                  {isPinned ? <IconPinFilled size={16} /> : <IconPin size={16} />}
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={above === undefined}
                  aria-label={say('moveUp', { column: title })}
                  onClick={() => above !== undefined && onLayout(moved(layout, id, above))}
                >
                  <IconChevronUp size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={below === undefined}
                  aria-label={say('moveDown', { column: title })}
                  onClick={() => below !== undefined && onLayout(moved(layout, id, below))}
                >
                  <IconChevronDown size={16} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
        <Button variant="subtle" size="compact-sm" onClick={() => onLayout(null)}>
          {say('usualColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
