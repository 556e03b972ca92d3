// The control tower: is anything stuck, is anything late, and how does the day go.

import { useSay } from '../language/say.ts';
import { useLiveRefresh } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { DueCard } from './due-card.tsx';
import { ExceptionsCard } from './exceptions-card.tsx';
import classes from './home.module.css';
import { LocationsCard } from './locations-card.tsx';
import { homeMessages } from './messages.ts';
import { PromiseCard } from './promise-card.tsx';
import { Queues } from './queues.tsx';
import { TodayCard } from './today-card.tsx';
import { CHANGES_WORK, REST_MS, useHomeQuery } from './use-home-query.ts';

export function HomeScreen() {
  const say = useSay(homeMessages);
  const { api, can } = useSession();
  const mayWork = can('orders:read');
  const work = useHomeQuery('work', (signal) => api.summarizeWork({}, { signal }), mayWork);
  useLiveRefresh(CHANGES_WORK, ['home'], undefined, REST_MS);
  return (
    <Page title={say('title')}>
      {work.error !== null && work.data === undefined ? (
        <Problem error={work.error} onRetry={() => void work.refetch()} />
      ) : (
        <div className={classes['tower']}>
          {mayWork && <Queues work={work.data} />}
          <div className={classes['cards']}>
            {can('reports:read') && <TodayCard />}
            {mayWork && <PromiseCard work={work.data} />}
            {can('fulfillment:read') && <DueCard work={work.data} />}
            {can('exceptions:read') && <ExceptionsCard />}
          </div>
          {can('locations:read') && can('fulfillment:read') && <LocationsCard work={work.data} />}
        </div>
      )}
    </Page>
  );
}
