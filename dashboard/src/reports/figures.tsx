// The numbers on top: each with what it was in the period it is compared with, and with its rows.

import type { ReactNode } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { reportMessages } from './messages.ts';
import classes from './reports.module.css';

export interface FigureProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly value: number;
  readonly before: number | null;
  /** More is worse: returns, cancellations, durations. */
  readonly isBad?: boolean;
}

export function Figure({ name, children, value, before, isBad }: FigureProps) {
  const say = useSay(reportMessages);
  const formats = useFormats();
  return (
    <div className={classes['figure']} data-testid="figure">
      <dt>{name}</dt>
      <dd>{children}</dd>
      {before !== null && (
        <dd className={classes['change']} data-worse={isWorse(value, before, isBad) || undefined}>
          {before === 0
            ? say('noneBefore')
            : say(value >= before ? 'more' : 'less', {
                share: formats.percent(Math.abs(value / before - 1)),
              })}
        </dd>
      )}
    </div>
  );
}

function isWorse(value: number, before: number, isBad = false): boolean {
  return before !== 0 && value !== before && value > before === isBad;
}
