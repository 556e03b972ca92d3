// The search and the filters of the list of returns.

import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useReasons } from '../settings/use-reasons.ts';
import { useKeys } from '../shell/keys.tsx';
import { returnMessages } from './messages.ts';
import { AGES_DAYS, DAY_MS, VIEWS, viewOf } from './return-filter.ts';
import classes from './returns.module.css';

const WAIT_MS = 250;

export interface ReturnFiltersProps {
  readonly parameters: URLSearchParams;
  readonly onChange: (parts: Readonly<Record<string, string | null>>) => void;
}

export function ReturnFilters({ parameters, onChange }: ReturnFiltersProps) {
  const say = useSay(returnMessages);
  const { choices } = useReasons('return');
  const formats = useFormats();
  return (
    <div className={classes['tools']}>
      <Search value={parameters.get('search') ?? ''} onChange={(search) => onChange({ search })} />
      <SegmentedControl
        aria-label={say('views')}
        size="xs"
        className={classes['views'] ?? ''}
        data={VIEWS.map((view) => ({ value: view, label: say(view) }))}
        value={viewOf(parameters)}
        onChange={(view) => onChange({ view: view === 'all' ? null : view })}
      />
      <select
        aria-label={say('reason')}
        className={classes['field']}
        value={parameters.get('reason') ?? ''}
        onChange={({ currentTarget }) => onChange({ reason: currentTarget.value })}
      >
        <option value="">{say('anyReason')}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label={say('age')}
        className={classes['field']}
        value={parameters.get('age') ?? ''}
        onChange={({ currentTarget }) => onChange({ age: currentTarget.value })}
      >
        <option value="">{say('anyAge')}</option>
        {AGES_DAYS.map((days) => (
          <option key={days} value={days}>
            {say('olderThan', { age: formats.duration(days * DAY_MS) })}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SearchProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Search({ value, onChange }: SearchProps) {
  const say = useSay(returnMessages);
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const find = useDebouncedCallback(onChange, WAIT_MS);
  useKeys([{ keys: '/', does: say('search'), run: () => input.current?.focus() }]);
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(value);
  }, [value]);
  return (
    <TextInput
      ref={input}
      type="search"
      className={classes['search'] ?? ''}
      leftSection={<IconSearch size={16} />}
      aria-label={say('search')}
      placeholder={say('search')}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        find(currentTarget.value.trim());
      }}
    />
  );
}
