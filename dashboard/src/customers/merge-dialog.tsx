// Merges another customer into this one: found, looked at, and then for good.

import type { Customer } from '@doorstep/sdk';
import { Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { useSession } from '../session/session.tsx';
import styles from './customers.module.css';
import { MergePreview } from './merge-preview.tsx';
import { customerMessages } from './messages.ts';
import { nameOf } from './name-of.ts';

export interface MergeDialogProps {
  readonly customer: Customer;
  readonly onClose: () => void;
}

export function MergeDialog({ customer, onClose }: MergeDialogProps) {
  const say = useSay(customerMessages);
  const navigate = useNavigate();
  const [pair, setPair] = useState({ into: customer.id, from: null as string | null });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={say('mergeTitle')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {pair.from === null ? (
        <ChooseOther
          customer={customer}
          onChoose={({ id }) => setPair({ into: customer.id, from: id })}
        />
      ) : (
        <MergePreview
          key={pair.into}
          into={pair.into}
          from={pair.from}
          onSwap={() => setPair({ into: pair.from ?? customer.id, from: pair.into })}
          onOther={() => setPair({ into: customer.id, from: null })}
          onMerged={(id) => void navigate(`/customers/${id}`, { replace: true })}
        />
      )}
    </Modal>
  );
}

const TYPING_MS = 150;
const SHOWN = 8;

interface ChooseOtherProps {
  readonly customer: Customer;
  readonly onChoose: (other: Customer) => void;
}

function ChooseOther({ customer, onChoose }: ChooseOtherProps) {
  const say = useSay(customerMessages);
  const { api } = useSession();
  const [typed, setTyped] = useState(customer.name ?? '');
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data } = useQuery({
    queryKey: ['customers', 'others', search],
    queryFn: ({ signal }) => api.listCustomers({ search, limit: SHOWN + 1 }, { signal }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  const others = (data?.items ?? []).filter(
    ({ id, erasedAt }) => id !== customer.id && erasedAt === null,
  );
  return (
    <div className={classes['form']}>
      <TextInput
        type="search"
        label={say('mergeWhom')}
        description={say('mergeHint')}
        data-autofocus
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={styles['others']}>
        {others.slice(0, SHOWN).map((other) => (
          <li key={other.id}>
            <button type="button" data-testid="other" onClick={() => onChoose(other)}>
              <strong translate="no">{nameOf(other) ?? ''}</strong>
              <span translate="no">
                {[other.email, other.phone, other.externalId]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {search !== '' && data !== undefined && others.length === 0 && (
        <Text size="sm" c="dimmed">
          {say('mergeNobody')}
        </Text>
      )}
    </div>
  );
}
