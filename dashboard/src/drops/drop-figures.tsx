// The numbers of a drop at one moment, large.

import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './drops.module.css';
import { dropMessages } from './messages.ts';

export interface DropNumbers {
  readonly sellThrough: number;
  readonly sold: number;
  readonly pooled: number;
  readonly held: number;
  readonly waiting: number;
  readonly preordered: number;
  readonly perSecond: number;
  readonly refusedPerSecond: number;
  /** Buyers who had all they may have. */
  readonly limitReached: number;
  /** Beyond what was set apart, or what may be pre-ordered: 0, or something is badly wrong. */
  readonly oversold: number;
}

const COUNTS = [
  'sold',
  'pooled',
  'held',
  'waiting',
  'preordered',
  'perSecond',
  'refusedPerSecond',
  'limitReached',
  'oversold',
] as const;

export interface DropFiguresProps {
  /** Null: not read yet; the place is kept. */
  readonly numbers: Partial<DropNumbers> | null;
}

export function DropFigures({ numbers }: DropFiguresProps) {
  const say = useSay(dropMessages);
  const formats = useFormats();
  const sellThrough = numbers?.sellThrough ?? 0;
  const shown = COUNTS.filter((name) => numbers === null || numbers[name] !== undefined);
  const text = (value: number | undefined): string =>
    numbers === null ? '…' : formats.number(value ?? 0);
  return (
    <dl className={classes['tiles']}>
      <div data-figure="sellThrough">
        <dt>{say('sellThrough')}</dt>
        <dd>
          {numbers === null ? '…' : formats.percent(sellThrough)}
          <div className={classes['bar']}>
            <span style={{ width: `${Math.min(1, sellThrough) * 100}%` }} />
          </div>
        </dd>
      </div>
      {shown.map((name) => (
        <div
          key={name}
          data-figure={name}
          data-alarm={(name === 'oversold' && (numbers?.oversold ?? 0) > 0) || undefined}
        >
          <dt>{say(name)}</dt>
          <dd>{text(numbers?.[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
