// Chooses a filter, and its values.

import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useFollowed } from '../shell/use-followed.ts';
import { choicesOf, FILTER_FIELDS, type FilterField } from './filter-fields.ts';
import { useValueWords } from './filter-words.ts';
import { filterMessages } from './messages.ts';
import classes from './order-list.module.css';
import type { OrderQuery } from './order-query.ts';

export interface FilterEditorProps {
  readonly query: OrderQuery;
  readonly field: FilterField | null;
  readonly onField: (field: FilterField | null) => void;
  readonly onDone: () => void;
}

export function FilterEditor({ query, field, onField, onDone }: FilterEditorProps) {
  const say = useSay(filterMessages);
  if (field === null)
    return (
      <ul className={classes['fields']}>
        {FILTER_FIELDS.map((one) => (
          <li key={one.name}>
            <button type="button" onClick={() => onField(one)}>
              {say(one.name)}
            </button>
          </li>
        ))}
      </ul>
    );
  return (
    <div className={classes['values']}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconArrowLeft size={14} />}
        onClick={() => onField(null)}
      >
        {say('back')}
      </Button>
      <strong>{say(field.name)}</strong>
      {field.kind === 'some' || field.kind === 'one' ? (
        <Choices query={query} field={field} />
      ) : (
        <Typed query={query} field={field} onDone={onDone} />
      )}
    </div>
  );
}

interface PartProps {
  readonly query: OrderQuery;
  readonly field: FilterField;
}

function Choices({ query, field }: PartProps) {
  const { api } = useSession();
  const words = useValueWords();
  const formats = useFormats();
  const { data } = useQuery({
    queryKey: ['orders', 'counts', query.filters],
    queryFn: ({ signal }) => api.countOrders(query.filters, { signal }),
  });
  const [current, setCurrent] = useFollowed(query.raw.get(field.name) ?? '');
  const chosen = current === '' ? [] : current.split(',');
  const choose = (value: string): void => {
    const isOn = chosen.includes(value);
    const rest = chosen.filter((one) => one !== value);
    const next = (isOn ? rest : field.kind === 'one' ? [value] : [...rest, value]).join(',');
    setCurrent(next);
    query.change({ [field.name]: next });
  };
  return (
    <ul className={classes['choices']}>
      {choicesOf(field, data).map(({ value, orders }) => {
        const said = words(field.name, value);
        return (
          <li key={value}>
            <Checkbox
              size="xs"
              label={<span translate={said === null ? 'no' : undefined}>{said ?? value}</span>}
              checked={chosen.includes(value)}
              onChange={() => choose(value)}
            />
            {orders !== null && <span className={classes['soft']}>{formats.number(orders)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Days are those of the browser, amounts of whole units. */
function Typed({ query, field, onDone }: PartProps & { readonly onDone: () => void }) {
  const say = useSay(filterMessages);
  const given = query.raw.get(field.name) ?? '';
  const [value, setValue] = useState(shownAs(field, given));
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    query.change({ [field.name]: keptAs(field, value.trim()) });
    onDone();
  };
  return (
    <form onSubmit={apply} className={classes['typed']}>
      <TextInput
        aria-label={say(field.name)}
        data-autofocus
        type={{ day: 'date', amount: 'number', text: 'text' }[field.kind as 'text'] ?? 'text'}
        value={value}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
      />
      <Button type="submit">{say('apply')}</Button>
    </form>
  );
}

function shownAs({ kind }: FilterField, given: string): string {
  if (given === '') return '';
  if (kind === 'day') return given.slice(0, 10);
  return kind === 'amount' ? String(Number(given) / 100) : given;
}

function keptAs({ kind, name }: FilterField, value: string): string | null {
  if (value === '') return null;
  if (kind === 'day') return `${value}T00:00:00Z`;
  if (kind === 'amount') return String(Math.round(Number(value) * 100));
  return name === 'country' ? value.toUpperCase() : value;
}
