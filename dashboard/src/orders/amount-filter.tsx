// A filter by the total: typed in the major unit of a currency, with as many places as that has, and
// among the orders of that currency, for 12.50 is no amount of all of them.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { minorUnitsOf, typedAmount } from './amounts.ts';
import { filterMessages } from './messages.ts';
import classes from './order-list.module.css';
import { oneCurrency } from './order-query.ts';
import type { TypedFilterProps } from './typed-filter.tsx';

export function AmountFilter(props: TypedFilterProps) {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['orders', 'counts', {}],
    queryFn: ({ signal }) => api.countOrders({}, { signal }),
  });
  if (data === undefined) return null;
  const currencies = data.currency.map(({ value }) => value);
  const known = oneCurrency(props.query);
  const all = known === null || currencies.includes(known) ? currencies : [known, ...currencies];
  return <AmountForm {...props} currencies={all} known={known} />;
}

interface AmountFormProps extends TypedFilterProps {
  /** The most common first. */
  readonly currencies: readonly string[];
  readonly known: string | null;
}

function AmountForm({ query, field, onDone, currencies, known }: AmountFormProps) {
  const say = useSay(filterMessages);
  const [currency, setCurrency] = useState(known ?? currencies[0] ?? 'EUR');
  const given = query.raw.get(field.name);
  const [text, setText] = useState(given === null ? '' : typedAmount(Number(given), currency));
  const amount = minorUnitsOf(text, currency);
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (amount === undefined) return;
    query.change(
      text.trim() === '' ? { [field.name]: null } : { [field.name]: String(amount), currency },
    );
    onDone();
  };
  return (
    <form onSubmit={apply} className={classes['typed']}>
      <TextInput
        aria-label={say(field.name)}
        data-autofocus
        inputMode="decimal"
        value={text}
        error={amount === undefined ? say('noAmount', { example: typedAmount(0, currency) }) : null}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <NativeSelect
        aria-label={say('currency')}
        translate="no"
        value={currency}
        data={[...currencies]}
        onChange={({ currentTarget }) => setCurrency(currentTarget.value)}
      />
      <Button type="submit">{say('apply')}</Button>
    </form>
  );
}
