// Orders placed today, hour by hour, against the same day last week.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useLanguage } from '../language/language.tsx';
import { type Say, useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Card } from './card.tsx';
import { compareDays, type DayHours, startOfDay } from './compare-days.ts';
import classes from './home.module.css';
import { HourChart } from './hour-chart.tsx';
import { homeMessages } from './messages.ts';
import { useHomeQuery } from './use-home-query.ts';
import { useNow } from './use-now.ts';

export function TodayCard() {
  const say = useSay(homeMessages);
  const formats = useFormats();
  const { timeZone } = useLanguage();
  const { api } = useSession();
  const now = useNow();
  const [isTable, setIsTable] = useState(false);
  const from = startOfDay(now, timeZone, -7).toISOString();
  const { data } = useHomeQuery(`hours ${from}`, (signal) =>
    api.reportOrderHours({ from }, { signal }),
  );
  const days = compareDays(data?.hours ?? [], now, timeZone);
  return (
    <Card
      title={say('today')}
      beside={
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => setIsTable((before) => !before)}
        >
          {say(isTable ? 'asChart' : 'asTable')}
        </Button>
      }
    >
      <div className={classes['figures']}>
        <span className={classes['figure']}>
          <span className={classes['amount']} data-testid="today">
            {formats.number(days.today)}
          </span>
          <span>{data === undefined ? null : changeWords(days, say, formats.percent)}</span>
        </span>
      </div>
      {isTable ? <HourTable days={days} /> : <HourChart days={days} />}
    </Card>
  );
}

function changeWords(
  { today, lastWeekByNow }: DayHours,
  say: Say<keyof typeof homeMessages>,
  percent: (share: number) => string,
): string {
  if (lastWeekByNow === 0) return say('noLastWeek');
  const share = today / lastWeekByNow - 1;
  if (Math.abs(share) < 0.0005) return say('asMany');
  const words = say(share > 0 ? 'more' : 'fewer', { share: percent(Math.abs(share)) });
  return say('thanLastWeek', { change: words });
}

function HourTable({ days }: { readonly days: DayHours }) {
  const say = useSay(homeMessages);
  const formats = useFormats();
  return (
    <div className={classes['hourTable']}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('hour')}</th>
            <th scope="col">{say('thisDay')}</th>
            <th scope="col">{say('lastWeek')}</th>
          </tr>
        </thead>
        <tbody>
          {days.hours.map(({ at, today, lastWeek }) => (
            <tr key={at.toISOString()}>
              <th scope="row">{formats.hour(at)}</th>
              <td>{formats.number(today)}</td>
              <td>{formats.number(lastWeek)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
