// The queue, grouped by cause. The focused row is the one that keys work on.

import type { Exception } from '@doorstep/sdk';
import { Button, UnstyledButton } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './exceptions.module.css';
import { exceptionMessages } from './messages.ts';

export interface QueueProps {
  readonly rows: readonly Exception[];
  readonly active: string | null;
  readonly selected: ReadonlySet<string>;
  /** Types that the server can try again. */
  readonly retryable: ReadonlySet<string>;
  readonly onActive: (id: string) => void;
  readonly onSelect: (id: string) => void;
  readonly onRetry: (type: Exception['type']) => void;
}

export function Queue({ rows, retryable, onRetry, ...row }: QueueProps) {
  const say = useSay(exceptionMessages);
  const groups = Map.groupBy(rows, ({ type }) => type);
  return (
    <section aria-label={say('queue')}>
      {[...groups].map(([type, all]) => (
        <div key={type} className={classes['group']}>
          <div className={classes['groupHead']}>
            <h2 className={classes['heading']} translate="no">
              {all[0]?.title}
            </h2>
            {retryable.has(type) && (
              <Button size="compact-xs" variant="default" onClick={() => onRetry(type)}>
                {say('retryAll')}
              </Button>
            )}
          </div>
          <ul className={classes['rows']}>
            {all.map((one) => (
              <Row key={one.id} exception={one} {...row} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

type RowProps = Omit<QueueProps, 'rows' | 'retryable' | 'onRetry'> & {
  readonly exception: Exception;
};

function Row({ exception, active, selected, onActive, onSelect }: RowProps) {
  const say = useSay(exceptionMessages);
  const formats = useFormats();
  const { id, subject, title, owner, deadline, overdue, raisedAt } = exception;
  const name = subject === '' ? title : subject;
  return (
    <li className={classes['item']} data-active={id === active || undefined}>
      <input
        type="checkbox"
        aria-label={say('select', { subject: name })}
        checked={selected.has(id)}
        onChange={() => onSelect(id)}
      />
      <UnstyledButton
        className={classes['open']}
        id={`row-${id}`}
        data-testid="exception"
        aria-current={id === active || undefined}
        onClick={() => onActive(id)}
      >
        <span className={classes['subject']} translate="no" data-testid="subject">
          {name}
        </span>
        <span className={overdue ? classes['late'] : undefined}>
          {say(overdue ? 'overdue' : 'due', { time: formats.relative(deadline) })}
        </span>
        <span className={classes['soft']}>
          {say('age', { age: formats.duration(Date.now() - Date.parse(raisedAt)) })} ·{' '}
          {say(exception.severity)}
        </span>
        <span className={classes['soft']} translate="no">
          {owner?.name}
        </span>
      </UnstyledButton>
    </li>
  );
}
