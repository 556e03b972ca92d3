// The saved views as tabs, each with how many orders it holds now.

import type { CreateOrderViewAnswer as OrderView } from '@doorstep/sdk';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { viewMessages } from './messages.ts';
import classes from './order-list.module.css';
import { parametersOf } from './order-query.ts';

export interface ViewTabsProps {
  readonly views: readonly OrderView[];
  readonly current: OrderView | null;
  /** Of all orders. */
  readonly all: number | null;
  /** What is shown is not what the view keeps. */
  readonly isChanged: boolean;
}

export function ViewTabs({ views, current, all, isChanged }: ViewTabsProps) {
  const say = useSay(viewMessages);
  const formats = useFormats();
  return (
    <nav className={classes['tabs']} aria-label={say('views')}>
      <Link
        to="/orders?view=all"
        className={classes['tab']}
        aria-current={current === null ? 'page' : undefined}
      >
        {say('all')}
        {all !== null && <span className={classes['count']}>{formats.number(all)}</span>}
      </Link>
      {views.map((view) => (
        <Link
          key={view.id}
          to={`/orders?${parametersOf(view.filters, view.sort, view.id)}`}
          className={classes['tab']}
          aria-current={view.id === current?.id ? 'page' : undefined}
        >
          <span translate="no">{view.name}</span>
          {view.count !== null && (
            <span className={classes['count']}>
              {formats.number(view.count.orders)}
              {view.count.isExact ? '' : '+'}
            </span>
          )}
          {view.shared && <span className={classes['soft']}>{say('shared')}</span>}
          {view.id === current?.id && isChanged && (
            <span className={classes['soft']}>{say('changed')}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
