// What a merge would do, field by field, and the last word before it.

import type { PreviewMergeAnswer } from '@doorstep/sdk';
import { Button, Checkbox, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { customerMessages } from './messages.ts';

export interface MergePreviewProps {
  readonly into: string;
  readonly from: string;
  readonly onSwap: () => void;
  readonly onOther: () => void;
  readonly onMerged: (id: string) => void;
}

const FIELDS = ['name', 'email', 'phone', 'externalId'] as const;

export function MergePreview({ into, from, onSwap, onOther, onMerged }: MergePreviewProps) {
  const say = useSay(customerMessages);
  const { api } = useSession();
  const [isSure, setIsSure] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['customers', into, 'merge', from],
    queryFn: ({ signal }) => api.previewMerge({ customer: into, from }, { signal }),
    gcTime: 0,
  });
  const merge = useMerge(data, onMerged);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <div className={classes['form']}>
      {data !== undefined && <Foreseen foreseen={data} />}
      <Checkbox
        label={say('mergeSure')}
        checked={isSure}
        onChange={({ currentTarget: { checked } }) => setIsSure(checked)}
      />
      <div className={classes['buttons']}>
        <Button variant="subtle" onClick={onOther}>
          {say('mergeOther')}
        </Button>
        <Button variant="default" onClick={onSwap}>
          {say('mergeSwap')}
        </Button>
        <Button
          disabled={!isSure || data === undefined}
          loading={merge.isPending}
          onClick={() => merge.mutate()}
        >
          {say('mergeDo')}
        </Button>
      </div>
    </div>
  );
}

function Foreseen({ foreseen }: { readonly foreseen: PreviewMergeAnswer }) {
  const say = useSay(customerMessages);
  const formats = useFormats();
  const { customer, from, after, alsoKnownAs, orders, ownOrders } = foreseen;
  return (
    <div data-testid="foreseen">
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>{say('field')}</th>
            <th>{say('stays')}</th>
            <th>{say('other')}</th>
            <th>{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.filter((field) => after[field] !== null).map((field) => (
            <tr key={field}>
              <td data-label>{say(field)}</td>
              <td translate="no">{customer[field]}</td>
              <td translate="no">{from[field]}</td>
              <td translate="no">
                <strong>{after[field]}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        <li>
          {say('mergeMoves', { count: orders, sum: formats.number(orders + ownOrders) })}{' '}
          {say('mergeTotals')}
        </li>
        {alsoKnownAs.email !== null && <li>{say('mergeFound', { email: alsoKnownAs.email })}</li>}
      </ul>
      <Text size="sm" fw={600}>
        {say('mergeFinal')}
      </Text>
    </div>
  );
}

/** On the versions that were looked at: who changed one of them meanwhile is looked at again. */
function useMerge(foreseen: PreviewMergeAnswer | undefined, onMerged: (id: string) => void) {
  const say = useSay(customerMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.mergeCustomers({
        customer: foreseen?.customer.id ?? '',
        from: foreseen?.from.id ?? '',
        version: foreseen?.customer.version ?? 0,
        fromVersion: foreseen?.from.version ?? 0,
      }),
    async onSuccess({ customer, orders }) {
      await client.invalidateQueries({ queryKey: ['customers'] });
      toast.done(say('merged', { count: orders }));
      onMerged(customer.id);
    },
    async onError(error) {
      toast.failed(error);
      await client.invalidateQueries({ queryKey: ['customers'] });
    },
  });
}
