// Chooses a filter, and its values.

import { Button, Checkbox } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useFollowed } from '../shell/use-followed.ts';
import { AmountFilter } from './amount-filter.tsx';
import { CustomerFilter } from './customer-filter.tsx';
import { choicesOf, FILTER_FIELDS, type FilterField } from './filter-fields.ts';
import { useValueWords } from './filter-words.ts';
import { filterMessages } from './messages.ts';
import classes from './order-list.module.css';
import type { OrderQuery } from './order-query.ts';
import { TypedFilter } from './typed-filter.tsx';

export interface FilterEditorProps {
  readonly query: OrderQuery;
  readonly field: FilterField | null;
  readonly onField: (field: FilterField | null) => void;
  readonly onDone: () => void;
}

export function FilterEditor({ query, field, onField, onDone }: FilterEditorProps) {
  const say = useSay(filterMessages);
  const mayName = useSession().can('customers:read');
  if (field === null)
    return (
      <ul className={classes['fields']}>
        {FILTER_FIELDS.filter(({ kind }) => kind !== 'customer' || mayName).map((one) => (
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
      <Values query={query} field={field} onDone={onDone} />
    </div>
  );
}

interface PartProps {
  readonly query: OrderQuery;
  readonly field: FilterField;
}

function Values({ query, field, onDone }: PartProps & { readonly onDone: () => void }) {
  if (field.kind === 'some' || field.kind === 'one') return <Choices query={query} field={field} />;
  if (field.kind === 'customer') return <CustomerFilter query={query} onDone={onDone} />;
  if (field.kind === 'amount') return <AmountFilter query={query} field={field} onDone={onDone} />;
  return <TypedFilter query={query} field={field} onDone={onDone} />;
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
