// The filters that are on, each with a way off, and the way to another one: f.

import { Button, Popover } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useKeys } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { CustomerName } from './customer-filter.tsx';
import { FILTER_FIELDS, type FilterField } from './filter-fields.ts';
import { useValueWords } from './filter-words.ts';
import { filterMessages } from './messages.ts';
import classes from './order-list.module.css';
import { FILTERS, type FilterName, type OrderQuery, oneCurrency } from './order-query.ts';

const FilterEditor = lazyPart(async () => (await import('./filter-editor.tsx')).FilterEditor);

type Open = { readonly field: FilterField | null } | null;

export function FilterBar({ query }: { readonly query: OrderQuery }) {
  const say = useSay(filterMessages);
  const [open, setOpen] = useState<Open>(null);
  const on = FILTERS.filter((name) => query.raw.has(name));
  useKeys([{ keys: 'f', does: say('filter'), run: () => setOpen({ field: null }) }]);
  const edit = (name: FilterName): void => {
    const field = FILTER_FIELDS.find((one) => one.name === name);
    if (field !== undefined) setOpen({ field });
  };
  return (
    <>
      <Popover
        opened={open !== null}
        onChange={(isOpen) => !isOpen && setOpen(null)}
        position="bottom-start"
        width={272}
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconFilter size={16} />}
            onClick={() => setOpen(open === null ? { field: null } : null)}
          >
            {say('filter')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={say('filter')}>
          {open !== null && (
            <Suspense fallback={null}>
              <FilterEditor
                query={query}
                field={open.field}
                onField={(field) => setOpen({ field })}
                onDone={() => setOpen(null)}
              />
            </Suspense>
          )}
        </Popover.Dropdown>
      </Popover>
      {on.length > 0 && (
        <ul className={classes['chips']} aria-label={say('filter')}>
          {on.map((name) => (
            <Chip key={name} name={name} query={query} onEdit={() => edit(name)} />
          ))}
        </ul>
      )}
    </>
  );
}

interface ChipProps {
  readonly name: FilterName;
  readonly query: OrderQuery;
  readonly onEdit: () => void;
}

function Chip({ name, query, onEdit }: ChipProps) {
  const say = useSay(filterMessages);
  const words = useValueWords();
  const label = say(name);
  const value = query.raw.get(name) ?? '';
  const isOne = FILTER_FIELDS.find((field) => field.name === name)?.kind !== 'some';
  const values = isOne ? [value] : value.split(',');
  return (
    <li className={classes['chip']}>
      <button type="button" aria-label={say('change', { filter: label })} onClick={onEdit}>
        {label}:{' '}
        {values.map((one, place) => {
          const said = words(name, one, oneCurrency(query));
          return (
            <span key={one} translate={said === null ? 'no' : undefined}>
              {place > 0 && ', '}
              {name === 'customer' ? <CustomerName customer={one} /> : (said ?? one)}
            </span>
          );
        })}
      </button>
      <button
        type="button"
        aria-label={say('remove', { filter: label })}
        onClick={() => query.change({ [name]: null })}
      >
        <IconX size={14} />
      </button>
    </li>
  );
}
