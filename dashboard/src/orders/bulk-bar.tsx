// What is selected, and what can be done with it. "All that match" is said to the server as the
// filters; everything else by the ids.

import { Button, Menu } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { useKeys } from '../shell/keys.tsx';
import { BulkDialog, type BulkKind, type BulkSet } from './bulk-dialog.tsx';
import { bulkMessages } from './bulk-messages.ts';
import classes from './order-list.module.css';

const KINDS: readonly BulkKind[] = ['tag', 'untag', 'hold', 'release-hold', 'release', 'cancel'];

export interface BulkBarProps {
  readonly set: BulkSet;
  readonly count: number;
  readonly isAll: boolean;
  /** All that match, if they are more than what is loaded; null where that is not known. */
  readonly matching: number | null;
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly onDone: () => void;
}

export function BulkBar(props: BulkBarProps) {
  const { set, count, isAll, matching, onAll, onClear, onDone } = props;
  const say = useSay(bulkMessages);
  const formats = useFormats();
  const { can } = useSession();
  const [kind, setKind] = useState<BulkKind | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = KINDS.filter((one) => one !== 'release' || can('fulfillment:write'));
  useKeys([{ keys: 'e', does: say('act'), run: () => setIsOpen(true) }]);
  useCommands(
    open.map((one) => ({
      id: `bulk-${one}`,
      label: say(one),
      group: say('actions'),
      scope: 'orders:write' as const,
      run: () => setKind(one),
    })),
  );
  return (
    <section className={classes['bulk']} aria-label={say('actions')}>
      <span role="status">
        {isAll ? say('allSelected', { count: formats.number(count) }) : say('selected', { count })}
      </span>
      {!isAll && matching !== null && matching > count && (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {say('selectAll', { count: formats.number(matching) })}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconX size={14} />}
        onClick={onClear}
      >
        {say('clear')}
      </Button>
      {can('orders:write') && (
        <Menu opened={isOpen} onChange={setIsOpen} position="top-end" withinPortal>
          <Menu.Target>
            <Button size="compact-md">{say('actions')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {open.map((one) => (
              <Menu.Item key={one} onClick={() => setKind(one)}>
                {say(one)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {kind !== null && (
        <BulkDialog kind={kind} set={set} onClose={() => setKind(null)} onDone={onDone} />
      )}
    </section>
  );
}
