// Orders that may be fraud, one after the other: why, and approve or decline. The one at hand stands in
// the URL; keys are enough.

import type { Review } from '@doorstep/sdk';
import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useLiveRefresh } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { useKeys } from '../shell/keys.tsx';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { usePages } from '../table/use-pages.ts';
import { DecideDialog, type Decision } from './decide-dialog.tsx';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';
import { RiskReasons } from './risk-reasons.tsx';
import { useDecide } from './use-decide.ts';

const PAGE = 100;
const CHANGES = ['order.assessed.', 'order.review_', 'order.canceled.'];

export function ReviewScreen() {
  const say = useSay(reviewMessages);
  const { api } = useSession();
  useLiveRefresh(CHANGES, ['review']);
  const pages = usePages<Review>(['review', 'list'], (cursor, signal) =>
    api.listReviews({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, { signal }),
  );
  const { rows } = pages;
  const [parameters, setParameters] = useSearchParams();
  // Kept here as well: who presses `j` and then `a` means the row they see, before the URL says so.
  const [number, setNumber] = useState(parameters.get('order'));
  const active = rows.find((row) => row.number === number) ?? rows[0];
  const go = (to: Review | undefined): void => {
    setNumber(to?.number ?? null);
    setParameters(to === undefined ? {} : { order: to.number }, { replace: true });
    if (to !== undefined) document.getElementById(`row-${to.number}`)?.focus();
  };
  const triage = useTriage(rows, active, go);
  return (
    <Page title={say('title')}>
      {pages.error !== null && <Problem error={pages.error} onRetry={pages.reload} />}
      {!pages.isLoading && active === undefined && pages.error === null && (
        <EmptyState title={say('nothing')}>{say('nothingHint')}</EmptyState>
      )}
      {active !== undefined && (
        <div className={classes['work']}>
          <div>
            <Queue rows={rows} active={active} onActive={go} />
            {pages.hasMore && (
              <Button variant="default" mt="sm" onClick={pages.more}>
                {say('more')}
              </Button>
            )}
          </div>
          <AtHand review={active} onAsk={triage.ask} />
        </div>
      )}
      {triage.asked !== null && (
        <DecideDialog
          decision={triage.asked.decision}
          number={triage.asked.review.number}
          isBusy={triage.isBusy}
          onDecide={triage.answer}
          onClose={triage.leave}
        />
      )}
    </Page>
  );
}

/** As it was when the dialog opened: the list goes on beneath it. */
interface Asked {
  readonly decision: Decision;
  readonly review: Review;
}

function useTriage(
  rows: readonly Review[],
  active: Review | undefined,
  go: (to: Review | undefined) => void,
) {
  const say = useSay(reviewMessages);
  const { can } = useSession();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const place = rows.findIndex((row) => row.order === active?.order);
  const { isBusy, decide } = useDecide(() => {
    setAsked(null);
    const from = rows.findIndex((row) => row.order === asked?.review.order);
    go(rows[from + 1] ?? rows[from - 1]);
  });
  const ask = (decision: Decision): void => {
    if (active !== undefined) setAsked({ decision, review: active });
  };
  useKeys([
    { keys: 'j', does: say('next'), run: () => go(rows[place + 1] ?? active) },
    { keys: 'k', does: say('previous'), run: () => go(rows[place - 1] ?? active) },
    ...(active === undefined
      ? []
      : [
          {
            keys: 'o',
            does: say('open', { number: active.number }),
            run: () => void navigate(`/orders/${active.number}`),
          },
        ]),
    ...(can('risk:write')
      ? [
          { keys: 'a', does: say('approve'), run: () => ask('approve') },
          { keys: 'd', does: say('decline'), run: () => ask('decline') },
        ]
      : []),
  ]);
  return {
    asked,
    isBusy,
    ask,
    leave: () => setAsked(null),
    answer(note: string) {
      if (asked !== null) void decide(asked.review, asked.decision, note);
    },
  };
}

interface QueueProps {
  readonly rows: readonly Review[];
  readonly active: Review;
  readonly onActive: (review: Review) => void;
}

function Queue({ rows, active, onActive }: QueueProps) {
  const say = useSay(reviewMessages);
  const formats = useFormats();
  return (
    <section aria-label={say('queue')}>
      <ul className={classes['rows']}>
        {rows.map((row) => (
          <li
            key={row.order}
            className={classes['item']}
            data-active={row.order === active.order || undefined}
          >
            <UnstyledButton
              className={classes['row']}
              id={`row-${row.number}`}
              data-testid="review"
              aria-current={row.order === active.order || undefined}
              onClick={() => onActive(row)}
            >
              <span className={classes['number']} translate="no">
                {row.number}
              </span>
              <span className={classes['amount']}>
                {formats.money(row.totalMinor, row.currency)}
              </span>
              <span className={classes['soft']}>
                {say('placed', { time: formats.time(row.placedAt) })}
              </span>
              <span className={classes['soft']}>{say('points', { score: row.score })}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AtHandProps {
  readonly review: Review;
  readonly onAsk: (decision: Decision) => void;
}

function AtHand({ review, onAsk }: AtHandProps) {
  const say = useSay(reviewMessages);
  const formats = useFormats();
  const { can } = useSession();
  return (
    <aside className={classes['detail']} aria-label={say('about')} data-testid="at-hand">
      <div>
        <h2 className={classes['heading']}>{say('order', { number: review.number })}</h2>
        <p className={classes['soft']}>
          {formats.money(review.totalMinor, review.currency)} ·{' '}
          <span translate="no">{review.channel}</span> ·{' '}
          {say('placed', { time: formats.time(review.placedAt) })}
        </p>
      </div>
      <div>
        <h3 className={classes['small']}>{say('why')}</h3>
        <RiskReasons reasons={review.reasons} />
      </div>
      {can('risk:write') && (
        <div className={classes['buttons']}>
          <Button onClick={() => onAsk('approve')}>{say('approve')}</Button>
          <Button variant="default" onClick={() => onAsk('decline')}>
            {say('decline')}
          </Button>
        </div>
      )}
      <Link to={`/orders/${review.number}`}>{say('open', { number: review.number })}</Link>
    </aside>
  );
}
