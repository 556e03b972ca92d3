// The orders of one customer, found by name, e-mail or phone.

import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { filterMessages } from './messages.ts';
import classes from './order-list.module.css';
import type { OrderQuery } from './order-query.ts';

const FOUND_MAX = 8;
const TYPING_MS = 150;

export interface CustomerFilterProps {
  readonly query: OrderQuery;
  readonly onDone: () => void;
}

export function CustomerFilter({ query, onDone }: CustomerFilterProps) {
  const say = useSay(filterMessages);
  const { api } = useSession();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  const { data } = useQuery({
    queryKey: ['customers', 'found', search],
    queryFn: ({ signal }) => api.listCustomers({ search, limit: FOUND_MAX }, { signal }),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  });
  const found = search.length > 1 ? data?.items : undefined;
  const choose = (customer: string): void => {
    query.change({ customer });
    onDone();
  };
  return (
    <>
      <TextInput
        aria-label={say('customer')}
        data-autofocus
        placeholder={say('customerHint')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {found?.length === 0 && <p className={classes['soft']}>{say('nobody')}</p>}
      <ul className={classes['fields']}>
        {found?.map(({ id, name, email, phone }) => (
          <li key={id}>
            <button type="button" translate="no" onClick={() => choose(id)}>
              {[name, email ?? phone].filter((part) => part !== null).join(' · ')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whom a filter is about; the id where it may not be read. */
export function CustomerName({ customer }: { readonly customer: string }) {
  const { api, can } = useSession();
  const { data } = useQuery({
    queryKey: ['customers', customer],
    queryFn: ({ signal }) => api.getCustomer({ customer }, { signal }),
    enabled: can('customers:read'),
    staleTime: 60_000,
  });
  return data?.name ?? data?.email ?? customer;
}
