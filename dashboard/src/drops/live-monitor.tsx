// A drop while it runs, second by second.

import type { GetDropAnswer } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Problem } from '../shell/problem.tsx';
import { DropFigures } from './drop-figures.tsx';
import { secondOf } from './drop-line.ts';
import classes from './drops.module.css';
import { dropMessages } from './messages.ts';
import { SecondChart } from './second-chart.tsx';
import { type DropWatch, GAP_MS, type Gap, useDropWatch } from './use-drop-watch.ts';

const CHART_SECONDS = 300;
/** Orders per second are the mean of so many. */
const MEAN_SECONDS = 10;
const MINUTES = 60;
const MINUTE_MS = 60_000;

export function LiveMonitor({ drop }: { readonly drop: GetDropAnswer }) {
  const say = useSay(dropMessages);
  const watch = useDropWatch(drop.id);
  const { figures, error, line, now } = watch;
  if (figures === null && error !== null) return <Problem error={error} />;
  const second = secondOf(now);
  const from = second - CHART_SECONDS + 1;
  const recent = line.stretch(second - MEAN_SECONDS, MEAN_SECONDS);
  const orders = recent.reduce((sum, one) => sum + one.orders, 0);
  return (
    <>
      <DropFigures
        numbers={
          figures && {
            ...figures,
            perSecond: Math.round((orders / MEAN_SECONDS) * 10) / 10,
            refusedPerSecond: watch.refusedPerSecond,
            limitReached: figures.refusals.limitReached,
            oversold: oversoldOf(drop),
          }
        }
      />
      <section>
        <h2 className={classes['chartTitle']}>{say('unitsPerSecond')}</h2>
        <SecondChart
          label={say('unitsPerSecond')}
          values={line.stretch(from, CHART_SECONDS).map(({ units }) => units)}
          gaps={watch.gaps
            .map((gap) => ({ from: gap.from / 1000 - from, to: gap.to / 1000 - from }))
            .filter(({ to }) => to > 0)
            .map((gap) => ({ ...gap, from: Math.max(0, gap.from) }))}
        />
      </section>
      <Gaps watch={watch} />
      <section>
        <h2 className={classes['chartTitle']}>{say('unitsPerMinute')}</h2>
        <SecondChart label={say('unitsPerMinute')} values={unitsByMinute(figures, now)} />
      </section>
      {figures !== null && <Minutes figures={figures} />}
    </>
  );
}

/** Of the last hour, the newest last; minutes without sales are zero. */
function unitsByMinute(figures: DropWatch['figures'], now: number): readonly number[] {
  const thisMinute = Math.floor(now / MINUTE_MS);
  const units = new Array<number>(MINUTES).fill(0);
  for (const { minute, sold, preordered } of figures?.minutes ?? []) {
    const place = MINUTES - 1 - (thisMinute - Date.parse(minute) / MINUTE_MS);
    if (place >= 0 && place < MINUTES) units[place] = sold + preordered;
  }
  return units;
}

function oversoldOf({ items }: GetDropAnswer): number {
  return items.reduce(
    (sum, one) =>
      sum +
      Math.max(0, one.sold + one.held + one.pooled - one.setApart) +
      Math.max(0, one.preordered - one.preorderCap),
    0,
  );
}

/** What was missed, and whether it was made good. */
function Gaps({ watch }: { readonly watch: DropWatch }) {
  const say = useSay(dropMessages);
  const formats = useFormats();
  const silentMs = watch.seenAt === 0 ? 0 : watch.now - watch.seenAt;
  const last: Gap | undefined = watch.gaps.at(-1);
  const { filledSince } = watch;
  return (
    <div role="status">
      {silentMs > GAP_MS ? (
        <p className={classes['notice']} data-now data-testid="gap-now">
          {say('gapNow', { seconds: Math.round(silentMs / 1000) })}
        </p>
      ) : (
        last !== undefined && (
          <p className={classes['notice']} data-testid="gap-told">
            {say(filledSince !== null && filledSince <= last.from ? 'gapFilled' : 'gapOpen', {
              from: formats.hour(new Date(last.from)),
              to: formats.hour(new Date(last.to)),
            })}
          </p>
        )
      )}
    </div>
  );
}

function Minutes({ figures }: { readonly figures: NonNullable<DropWatch['figures']> }) {
  const say = useSay(dropMessages);
  const formats = useFormats();
  return (
    <details>
      <summary>{say('minutes')}</summary>
      <table className={classes['list']}>
        <thead>
          <tr>
            <th>{say('minute')}</th>
            <th data-end>{say('orders')}</th>
            <th data-end>{say('units')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.minutes.map(({ minute, orders, sold, preordered }) => (
            <tr key={minute}>
              <td>{formats.hour(minute)}</td>
              <td data-end>{formats.number(orders)}</td>
              <td data-end>{formats.number(sold + preordered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
