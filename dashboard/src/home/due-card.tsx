// Released work that is past its cut-off, or soon will be.

import type { SummarizeWorkAnswer } from '@doorstep/sdk';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Card } from './card.tsx';
import classes from './home.module.css';
import { homeMessages } from './messages.ts';
import { Amount } from './queues.tsx';
import { useHomeQuery } from './use-home-query.ts';
import { useNow } from './use-now.ts';

const SHOWN = 5;

export function DueCard({ work }: { readonly work: SummarizeWorkAnswer | undefined }) {
  const say = useSay(homeMessages);
  const formats = useFormats();
  const now = useNow();
  const { api } = useSession();
  const { data } = useHomeQuery('due', (signal) => api.listDueWork({ limit: SHOWN }, { signal }));
  const hours = work?.due.soonHours ?? 2;
  const countMax = work?.countMax ?? 0;
  return (
    <Card
      title={say('due')}
      beside={
        <Link to="/queues/due" className={classes['all'] ?? ''}>
          {say('seeAll')}
        </Link>
      }
    >
      <div className={classes['figures']}>
        <Link
          to="/queues/due?when=overdue"
          className={classes['figure'] ?? ''}
          data-alarm={(work?.due.overdue ?? 0) > 0 || undefined}
        >
          <Amount count={work?.due.overdue ?? 0} countMax={countMax} />
          <span>{say('overdue')}</span>
        </Link>
        <Link to="/queues/due?when=soon" className={classes['figure'] ?? ''}>
          <Amount count={work?.due.soon ?? 0} countMax={countMax} />
          <span>{say('soon', { hours })}</span>
        </Link>
      </div>
      {data?.items.length === 0 && <p className={classes['quiet']}>{say('allInTime')}</p>}
      <ul className={classes['lines']}>
        {data?.items.map((one) => (
          <li key={one.fulfillmentOrder}>
            <Link to={`/orders/${one.orderNumber}`} translate="no">
              {one.orderNumber}
            </Link>
            <span translate="no" className={classes['soft']}>
              {one.location}
            </span>
            <span className={classes['soft']}>{say('units', { count: one.units })}</span>
            <time
              dateTime={one.shipBy}
              title={formats.fullTime(one.shipBy)}
              data-age={Date.parse(one.shipBy) < now.getTime() ? 'tooOld' : 'inTime'}
            >
              {say('dueAt', { when: formats.relative(one.shipBy, now) })}
            </time>
          </li>
        ))}
      </ul>
    </Card>
  );
}
