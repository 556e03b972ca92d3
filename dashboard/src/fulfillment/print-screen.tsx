// What the floor prints: one pick list of all chosen work, sorted by SKU, or a packing slip for each.
// Nothing of the frame around it is printed.

import type { Doorstep, GetFulfillmentOrderAnswer as FulfillmentOrder } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { NotFound } from '../shell/require-scope.tsx';
import { floorMessages } from './act-messages.ts';
import { PackingSlip } from './packing-slip.tsx';
import { PickList } from './pick-list.tsx';
import classes from './print.module.css';

/** On paper at once: more is more than one round through the aisles. */
const WORKS_MAX = 200;
const TOGETHER = 6;

export function PrintScreen() {
  const say = useSay(floorMessages);
  const formats = useFormats();
  const { api } = useSession();
  const { document: what } = useParams();
  const [parameters] = useSearchParams();
  const location = parameters.get('location') ?? '';
  const ids = (parameters.get('works') ?? '').split(',').filter(Boolean).slice(0, WORKS_MAX);
  const { data, error, refetch } = useQuery({
    queryKey: ['fulfillment', 'print', ids],
    queryFn: ({ signal }) => readWorks(api, ids, signal),
  });
  if (what !== 'pick-list' && what !== 'packing-slip') return <NotFound />;
  const isList = what === 'pick-list';
  return (
    <Page
      title={isList ? say('pickListOf', { location }) : say('slipOf')}
      beside={
        data !== undefined && (
          <span className={classes['soft']}>
            {say('orders', { count: data.length })} · {formats.time(new Date())}
          </span>
        )
      }
      actions={
        <>
          <Button
            component={Link}
            to={`/fulfillment?location=${encodeURIComponent(location)}`}
            variant="default"
          >
            {say('back')}
          </Button>
          <Button onClick={() => window.print()}>{say('print')}</Button>
        </>
      }
    >
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState title={say('nothingToPrint')}>{say('nothingToPrintHint')}</EmptyState>
      )}
      {data !== undefined && data.length > 0 && (
        <div className={classes['paper']} data-testid="paper">
          {isList ? (
            <PickList works={data} />
          ) : (
            data.map((work) => <PackingSlip key={work.id} work={work} />)
          )}
        </div>
      )}
    </Page>
  );
}

async function readWorks(
  api: Doorstep,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly FulfillmentOrder[]> {
  const found: FulfillmentOrder[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER)
    found.push(
      ...(await Promise.all(
        ids
          .slice(from, from + TOGETHER)
          .map((fulfillmentOrder) => api.getFulfillmentOrder({ fulfillmentOrder }, { signal })),
      )),
    );
  return found;
}
