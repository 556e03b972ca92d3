// Orders that will miss, or missed, the date their channel promised.

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
const AT_RISK = '/orders?promiseRisk=late%2Cat-risk&sort=shipBy';

export function PromiseCard({ work }: { readonly work: SummarizeWorkAnswer | undefined }) {
  const say = useSay(homeMessages);
  const formats = useFormats();
  const now = useNow();
  const { api } = useSession();
  const { data } = useHomeQuery('promised', (signal) =>
    api.listOrders({ promiseRisk: 'late,at-risk', sort: 'shipBy', limit: SHOWN }, { signal }),
  );
  const { late = 0, atRisk = 0 } = work?.promised ?? {};
  const countMax = work?.countMax ?? 0;
  return (
    <Card
      title={say('promised')}
      beside={
        <Link to={AT_RISK} className={classes['all'] ?? ''}>
          {say('seeAll')}
        </Link>
      }
    >
      <div className={classes['figures']}>
        <Link
          to="/orders?promiseRisk=late&sort=shipBy"
          className={classes['figure'] ?? ''}
          data-alarm={late > 0 || undefined}
        >
          <Amount count={late} countMax={countMax} />
          <span>{say('promiseLate')}</span>
        </Link>
        <Link to="/orders?promiseRisk=at-risk&sort=shipBy" className={classes['figure'] ?? ''}>
          <Amount count={atRisk} countMax={countMax} />
          <span>{say('promiseAtRisk')}</span>
        </Link>
      </div>
      {data?.items.length === 0 && <p className={classes['quiet']}>{say('promisesKept')}</p>}
      <ul className={classes['lines']}>
        {data?.items.map(({ id, number, channel, shipBy, units }) => (
          <li key={id}>
            <Link to={`/orders/${number}`} translate="no">
              {number}
            </Link>
            <span translate="no" className={classes['soft']}>
              {channel}
            </span>
            <span className={classes['soft']}>{say('units', { count: units })}</span>
            {shipBy !== null && (
              <time
                dateTime={shipBy}
                title={formats.fullTime(shipBy)}
                data-age={Date.parse(shipBy) < now.getTime() ? 'tooOld' : 'slow'}
              >
                {formats.relative(shipBy, now)}
              </time>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
