// What happened to a balance, newest first: by whom, why, and for which order.

import type { ListGiftCardMovementsAnswer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { useReasons } from '../settings/use-reasons.ts';
import { Problem } from '../shell/problem.tsx';
import { valueMessages } from './value-messages.ts';

export interface MovementsTableProps {
  readonly queryKey: QueryKey;
  readonly currency: string;
  readonly load: (
    cursor: string | undefined,
    signal: AbortSignal,
  ) => Promise<ListGiftCardMovementsAnswer>;
}

export function MovementsTable({ queryKey, currency, load }: MovementsTableProps) {
  const say = useSay(valueMessages);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  if (query.error !== null)
    return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  const pages = query.data?.pages ?? [];
  return (
    <div className={classes['openTable']}>
      <table className={classes['table']} data-testid="movements">
        <caption className={classes['caption']}>{say('movements')}</caption>
        <thead>
          <tr>
            <th>{say('when')}</th>
            <th>{say('what')}</th>
            <th data-end>{say('change')}</th>
          </tr>
        </thead>
        <tbody>
          {pages.flatMap(({ items, names }) =>
            items.map((one) => (
              <MovementRow
                key={one.id}
                movement={one}
                currency={currency}
                who={names[one.actor] ?? one.actor}
              />
            )),
          )}
        </tbody>
      </table>
      {query.hasNextPage && (
        <Button
          size="compact-xs"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {say('more')}
        </Button>
      )}
    </div>
  );
}

interface MovementRowProps {
  readonly movement: ListGiftCardMovementsAnswer['items'][number];
  readonly currency: string;
  readonly who: string;
}

function MovementRow({ movement, currency, who }: MovementRowProps) {
  const say = useSay(valueMessages);
  const formats = useFormats();
  const { nameOf } = useReasons('refund');
  const { kind, amountMinor, heldMinor, reason, note, order, expiresAt, occurredAt } = movement;
  const why = reason === null ? [] : [nameOf(reason)];
  const until = expiresAt === null ? [] : [say('validUntil', { day: formats.day(expiresAt) })];
  const shownMinor = amountMinor === 0 ? heldMinor : amountMinor;
  return (
    <tr data-testid={`movement-${kind}`}>
      <td>{formats.time(occurredAt)}</td>
      <td>
        {say(kind)} {order !== null && <Link to={`/orders/${order}`}>{say('order')}</Link>}
        <div className={classes['soft']}>
          {[...why, ...until, say('by', { name: who })].join(', ')}
        </div>
        {note !== null && (
          <div className={classes['soft']} translate="no">
            {note}
          </div>
        )}
      </td>
      <td data-end className={amountMinor === 0 ? classes['soft'] : undefined}>
        {formats.money(shownMinor, currency)}
      </td>
    </tr>
  );
}
