// Two days, hour by hour: today as bars, last week as a line behind them.

import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import type { DayHours } from './compare-days.ts';
import classes from './home.module.css';
import { homeMessages } from './messages.ts';

const WIDTH = 420;
const HEIGHT = 150;
const FOOT = 18;
const EVERY_HOURS = 6;

export function HourChart({ days }: { readonly days: DayHours }) {
  const say = useSay(homeMessages);
  const formats = useFormats();
  const { hours } = days;
  const step = WIDTH / hours.length;
  const top = Math.max(1, ...hours.flatMap(({ today, lastWeek }) => [today, lastWeek]));
  const height = (count: number): number => (count / top) * (HEIGHT - FOOT - 6);
  const line = hours
    .flatMap(({ lastWeek }, index) => {
      const y = HEIGHT - FOOT - height(lastWeek);
      return [`${index * step},${y}`, `${(index + 1) * step},${y}`];
    })
    .join(' ');
  const words = say('chart', {
    today: formats.number(days.today),
    lastWeek: formats.number(days.lastWeek),
  });
  return (
    <figure className={classes['chart']}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
        <title>{words}</title>
        <polyline points={line} className={classes['lastWeek']} />
        {hours.map(({ at, today }, index) => (
          <rect
            key={at.getTime()}
            x={index * step + 2}
            width={step - 4}
            y={HEIGHT - FOOT - height(today)}
            height={height(today)}
            rx={2}
            className={classes['bar']}
          />
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className={classes['axis']} />
        {hours.map(({ at }, index) =>
          index % EVERY_HOURS === 0 ? (
            <text key={at.getTime()} x={index * step} y={HEIGHT - 4} className={classes['tick']}>
              {formats.hour(at)}
            </text>
          ) : null,
        )}
      </svg>
      <figcaption className={classes['legend']}>
        <span data-of="today">{say('thisDay')}</span>
        <span data-of="lastWeek">{say('lastWeek')}</span>
      </figcaption>
    </figure>
  );
}
