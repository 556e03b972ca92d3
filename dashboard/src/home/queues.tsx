// What waits at each stage, how long already, and whether that is too long.

import type { SummarizeWorkAnswer } from '@doorstep/sdk';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './home.module.css';
import { homeMessages } from './messages.ts';
import { ageOf, STAGES } from './stages.ts';
import { useNow } from './use-now.ts';

export function Queues({ work }: { readonly work: SummarizeWorkAnswer | undefined }) {
  const say = useSay(homeMessages);
  const shown = work?.stages.filter(({ stage, count }) => stage !== 'partly-shipped' || count > 0);
  return (
    <ul className={classes['queues']} aria-label={say('queues')} data-testid="queues">
      {shown === undefined
        ? Array.from({ length: 8 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
            <li key={index} className={classes['queue']} aria-hidden />
          ))
        : shown.map((stage) => (
            <li key={stage.stage}>
              <Queue {...stage} countMax={work?.countMax ?? 0} />
            </li>
          ))}
    </ul>
  );
}

type QueueProps = SummarizeWorkAnswer['stages'][number] & { readonly countMax: number };

function Queue({ stage, count, oldestAt, countMax }: QueueProps) {
  const say = useSay(homeMessages);
  const formats = useFormats();
  const now = useNow();
  const age = ageOf(stage, oldestAt, now);
  return (
    <Link to={STAGES[stage].path} className={classes['queue'] ?? ''} data-stage={stage}>
      <span className={classes['queueName']}>{say(stage)}</span>
      <Amount count={count} countMax={countMax} />
      {oldestAt === null ? (
        <span className={classes['queueAge']}>{say('nothing')}</span>
      ) : (
        <span className={classes['queueAge']} data-age={age} title={say(age)}>
          {say('oldest', { age: formats.duration(now.getTime() - Date.parse(oldestAt)) })}
        </span>
      )}
    </Link>
  );
}

interface AmountProps {
  readonly count: number;
  readonly countMax: number;
}

/** A count that ended at its limit says so. */
export function Amount({ count, countMax }: AmountProps) {
  const say = useSay(homeMessages);
  const formats = useFormats();
  const isCapped = count >= countMax && countMax > 0;
  const text = formats.number(count);
  return (
    <span className={classes['amount']} data-testid="amount" data-zero={count === 0 || undefined}>
      {isCapped ? <abbr title={say('atLeast', { count: text })}>{`${text}+`}</abbr> : text}
    </span>
  );
}
