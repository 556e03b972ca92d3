// How far a bulk action is, and what it left alone.

import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { bulkMessages } from './bulk-messages.ts';
import classes from './order-list.module.css';
import { SkipReason } from './skip-reason.tsx';

const ASK_EVERY_MS = 400;
const SHOWN_MAX = 50;

export interface BulkProgressProps {
  readonly bulk: string;
  readonly onClose: () => void;
}

export function BulkProgress({ bulk, onClose }: BulkProgressProps) {
  const say = useSay(bulkMessages);
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['orders', 'bulk', bulk],
    queryFn: ({ signal }) => api.getBulkAction({ bulk }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_EVERY_MS : false),
  });
  if (data === undefined) return <Progress value={0} aria-label={say('start')} />;
  const { done, skipped, failed, orders, state } = data;
  const isOver = state !== 'running';
  const share = orders === 0 ? 100 : ((done + skipped + failed) / orders) * 100;
  return (
    <div className={classes['form']} data-testid="bulk-progress" data-state={state}>
      <Progress value={share} aria-label={say('start')} />
      <p role="status" className={classes['big']}>
        {isOver
          ? say('done', { done, skipped, failed })
          : say('running', { done: done + skipped + failed, count: orders })}
      </p>
      {state === 'canceled' && <p>{say('stopped')}</p>}
      {isOver && skipped + failed > 0 && <LeftAlone bulk={bulk} />}
      {isOver ? (
        <Button onClick={onClose}>{say('close')}</Button>
      ) : (
        <Button variant="default" onClick={() => void api.cancelBulkAction({ bulk })}>
          {say('stop')}
        </Button>
      )}
    </div>
  );
}

/** Those it failed on first. */
function LeftAlone({ bulk }: { readonly bulk: string }) {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['orders', 'bulk', bulk, 'left'],
    queryFn: async ({ signal }) => {
      const of = async (outcome: 'failed' | 'skipped') =>
        (await api.listBulkActionOrders({ bulk, outcome, limit: SHOWN_MAX }, { signal })).items;
      return [...(await of('failed')), ...(await of('skipped'))].slice(0, SHOWN_MAX);
    },
  });
  return (
    <ul className={classes['skips']}>
      {data?.map(({ order, number, reason }) => (
        <li key={order}>
          <Link to={`/orders/${number}`} translate="no">
            {number}
          </Link>{' '}
          <span className={classes['soft']}>
            <SkipReason reason={reason ?? ''} />
          </span>
        </li>
      ))}
    </ul>
  );
}
