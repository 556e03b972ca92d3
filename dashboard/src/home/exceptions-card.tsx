// What people must look at, the most first.

import { Link } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Card } from './card.tsx';
import classes from './home.module.css';
import { homeMessages } from './messages.ts';
import { Amount } from './queues.tsx';
import { useHomeQuery } from './use-home-query.ts';

const SHOWN = 5;

export function ExceptionsCard() {
  const say = useSay(homeMessages);
  const { api } = useSession();
  const { data } = useHomeQuery('exceptions', (signal) => api.summarizeExceptions({}, { signal }));
  const types = [...(data?.byType ?? [])].sort((a, b) => b.open - a.open).slice(0, SHOWN);
  return (
    <Card
      title={say('exceptions')}
      beside={
        <Link to="/exceptions" className={classes['all'] ?? ''}>
          {say('seeAll')}
        </Link>
      }
    >
      <div className={classes['figures']}>
        <Link to="/exceptions" className={classes['figure'] ?? ''}>
          <Amount count={data?.open ?? 0} countMax={data?.countMax ?? 0} />
        </Link>
        {(data?.overdue ?? 0) > 0 && (
          <Link to="/exceptions?overdue=true" className={classes['figure'] ?? ''} data-alarm>
            <span>{say('overdueExceptions', { count: data?.overdue ?? 0 })}</span>
          </Link>
        )}
      </div>
      {data?.open === 0 && <p className={classes['quiet']}>{say('noExceptions')}</p>}
      <ul className={classes['lines']}>
        {types.map(({ type, title, severity, open }) => (
          <li key={type}>
            <span className={classes['severity']} data-severity={severity} />
            <Link to={`/exceptions?type=${type}`} translate="no">
              {title}
            </Link>
            <Amount count={open} countMax={data?.countMax ?? 0} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
