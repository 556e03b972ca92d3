// Ctrl-K: type what you look for or what you want to do, Enter.

import { Modal } from '@mantine/core';
import {
  IconArrowRight,
  IconBolt,
  IconFileText,
  IconSearch,
  IconTag,
  IconUser,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useAllCommands } from './commands.tsx';
import { useFoundEntities } from './found-entities.ts';
import { Keys } from './key-caps.tsx';
import { shellMessages } from './messages.ts';
import classes from './palette.module.css';
import type { PaletteItem } from './palette-item.ts';

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** It is there at once: a transition or a blur would make it late. */
export function Palette({ isOpen, onClose }: PaletteProps) {
  const say = useSay(shellMessages);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
      overlayProps={{ transitionProps: { duration: 0 }, backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': say('search'), 'data-testid': 'palette' } }}
    >
      <PaletteBody onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(shellMessages);
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const items = usePaletteItems(text);
  const active = Math.min(chosen, items.length - 1);
  const run = (item: PaletteItem | undefined): void => {
    if (item === undefined) return;
    onClose();
    item.run();
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((active + step + items.length) % Math.max(items.length, 1));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(items[active]);
    }
  };
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div className={classes['palette']}>
      <div className={classes['field']}>
        <IconSearch size={18} />
        <input
          // biome-ignore lint/a11y/noAutofocus: who opens it wants to type
          autoFocus
          data-autofocus
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={press}
          placeholder={say('searchHint')}
          aria-label={say('searchHint')}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={items.length === 0 ? undefined : `${id}-${active}`}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <Options id={id} items={items} active={active} onPoint={setChosen} onRun={run} />
      {items.length === 0 && <p className={classes['nothing']}>{say('nothingFound')}</p>}
    </div>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly items: readonly PaletteItem[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onRun: (item: PaletteItem) => void;
}

function Options({ id, items, active, onPoint, onRun }: OptionsProps) {
  const say = useSay(shellMessages);
  return (
    <div id={`${id}-list`} role="listbox" aria-label={say('search')} className={classes['list']}>
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={item.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={classes['item']}
          onMouseMove={() => onPoint(index)}
          onClick={() => onRun(item)}
        >
          <ItemIcon kind={item.kind} />
          <span className={classes['label']} translate={item.isData ? 'no' : undefined}>
            {item.label}
          </span>
          {item.detail !== undefined && (
            <span className={classes['detail']} translate="no">
              {item.detail}
            </span>
          )}
          {item.keys !== undefined && <Keys keys={item.keys} />}
        </div>
      ))}
    </div>
  );
}

const ICONS = {
  order: IconFileText,
  customer: IconUser,
  sku: IconTag,
  action: IconBolt,
  search: IconArrowRight,
} as const;

function ItemIcon({ kind }: Pick<PaletteItem, 'kind'>) {
  const Icon = ICONS[kind];
  return <Icon size={16} stroke={1.6} />;
}

/** What can be done and what is found; the search for all of it stands last. */
function usePaletteItems(text: string): readonly PaletteItem[] {
  const entities = useFoundEntities(text.trim());
  const commands = useAllCommands();
  return useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const actions = commands
      .filter(({ label, group = '' }) => {
        const hay = `${group} ${label}`.toLowerCase();
        return words.every((word) => hay.includes(word));
      })
      .map(({ id, label, keys, run }) => ({
        id,
        kind: 'action' as const,
        label,
        run,
        ...(keys === undefined ? {} : { keys }),
      }));
    const found = entities.filter(({ kind }) => kind !== 'search');
    const search = entities.filter(({ kind }) => kind === 'search');
    // Words that name an action mean it; what is found comes later, and must not push it away.
    return isNumberOrAddress(text)
      ? [...found, ...actions, ...search]
      : [...actions, ...found, ...search];
  }, [text, entities, commands]);
}

function isNumberOrAddress(text: string): boolean {
  return /^\s*#?\d/.test(text) || text.includes('@');
}
