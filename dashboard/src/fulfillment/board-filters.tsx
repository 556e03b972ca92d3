// Which location, and what of its work.

import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './board.module.css';
import { AGES_HOURS } from './cards.ts';
import { boardMessages } from './messages.ts';
import type { BoardLocation } from './use-location.ts';

const WAIT_MS = 300;
const HOUR_MS = 3_600_000;

export interface BoardFiltersProps {
  readonly location: BoardLocation;
  readonly parameters: URLSearchParams;
  readonly hasFilter: boolean;
  readonly onChange: (parts: Readonly<Record<string, string | null>>) => void;
}

export function BoardFilters({ location, parameters, hasFilter, onChange }: BoardFiltersProps) {
  const say = useSay(boardMessages);
  const formats = useFormats();
  const codes = location.all.map(({ code }) => code);
  const known =
    location.code === '' || codes.includes(location.code) ? codes : [location.code, ...codes];
  return (
    <div className={classes['filters']}>
      <select
        aria-label={say('location')}
        className={classes['field']}
        value={location.code}
        onChange={({ currentTarget: { value } }) => onChange({ location: value, work: null })}
      >
        {known.map((code) => (
          <option key={code} value={code} translate="no">
            {code}
          </option>
        ))}
      </select>
      {(['sku', 'carrier', 'service'] as const).map((name) => (
        <FilterField
          key={name}
          label={say(name)}
          value={parameters.get(name) ?? ''}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      <select
        aria-label={say('age')}
        className={classes['field']}
        value={parameters.get('age') ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ age: value })}
      >
        <option value="">{say('anyAge')}</option>
        {AGES_HOURS.map((hours) => (
          <option key={hours} value={hours}>
            {say('olderThan', { age: formats.duration(hours * HOUR_MS) })}
          </option>
        ))}
      </select>
      {hasFilter && (
        <button
          type="button"
          className={classes['clear']}
          onClick={() => onChange({ sku: null, carrier: null, service: null, age: null })}
        >
          {say('clear')}
        </button>
      )}
    </div>
  );
}

interface FilterFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FilterField({ label, value, onChange }: FilterFieldProps) {
  const [typed, setTyped] = useState(value);
  const ask = useDebouncedCallback(onChange, WAIT_MS);
  const input = useRef<HTMLInputElement>(null);
  // Cleared by a button, or by going back: not while somebody types.
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(value);
  }, [value]);
  return (
    <TextInput
      ref={input}
      aria-label={label}
      placeholder={label}
      className={classes['filter'] ?? ''}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        ask(currentTarget.value.trim());
      }}
    />
  );
}
