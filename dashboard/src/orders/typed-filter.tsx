// A filter whose value is typed: a word, tags, or a day.

import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { momentOfDay, typedDay } from './filter-day.ts';
import type { FilterField } from './filter-fields.ts';
import { filterMessages } from './messages.ts';
import classes from './order-list.module.css';
import type { OrderQuery } from './order-query.ts';

export interface TypedFilterProps {
  readonly query: OrderQuery;
  readonly field: FilterField;
  readonly onDone: () => void;
}

export function TypedFilter({ query, field, onDone }: TypedFilterProps) {
  const say = useSay(filterMessages);
  const { timeZone } = useLanguage();
  const given = query.raw.get(field.name) ?? '';
  const isDay = field.kind === 'day';
  const [value, setValue] = useState(isDay ? typedDay(given, timeZone) : given);
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    const typed = value.trim();
    query.change({ [field.name]: isDay ? momentOfDay(typed, timeZone) : keptAs(field, typed) });
    onDone();
  };
  return (
    <form onSubmit={apply} className={classes['typed']}>
      <TextInput
        aria-label={say(field.name)}
        data-autofocus
        type={isDay ? 'date' : 'text'}
        placeholder={field.kind === 'tags' ? say('tagsHint') : undefined}
        value={value}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
      />
      <Button type="submit">{say('apply')}</Button>
    </form>
  );
}

function keptAs({ kind, name }: FilterField, value: string): string {
  if (kind === 'tags') {
    const tags = value.split(',').map((tag) => tag.trim());
    return [...new Set(tags.filter((tag) => tag !== ''))].join(',');
  }
  return name === 'country' ? value.toUpperCase() : value;
}
