// A drop played once more, from what the log told of it.

import type { GetDropAnswer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { DropFigures } from './drop-figures.tsx';
import classes from './drops.module.css';
import { dropMessages } from './messages.ts';
import { type DropCourse, readDropCourse } from './read-drop-course.ts';
import { SecondChart } from './second-chart.tsx';

const SPEEDS = [1, 10, 60] as const;
const TICK_MS = 100;
/** Bars of the chart: a longer drop has several seconds in each. */
const BARS_MAX = 600;

export function ReplayMonitor({ drop }: { readonly drop: GetDropAnswer }) {
  const say = useSay(dropMessages);
  const { api } = useSession();
  const [read, setRead] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ['drops', 'course', drop.id, drop.status],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => readDropCourse(api, drop, { signal, onRead: setRead }),
  });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p role="status">{say('reading', { count: read })}</p>;
  if (data.seconds.length === 0) return <p>{say('nothing')}</p>;
  return <Player course={data} drop={drop} />;
}

function Player({ course, drop }: { readonly course: DropCourse; readonly drop: GetDropAnswer }) {
  const say = useSay(dropMessages);
  const formats = useFormats();
  const length = course.seconds.length;
  const { at, setAt, isPlaying, setIsPlaying, speed, setSpeed } = usePlayer(length);
  const soldUntil = useMemo(() => {
    let sum = 0;
    return course.seconds.map(({ units }) => (sum += units));
  }, [course]);
  const perBar = Math.ceil(length / BARS_MAX);
  const bars = useMemo(() => barsOf(course, perBar), [course, perBar]);
  const second = Math.min(length - 1, Math.floor(at));
  const sold = soldUntil[second] ?? 0;
  const all = drop.items.reduce((sum, one) => sum + one.setApart + one.released, 0);
  const moment = new Date((course.from + second) * 1000);
  return (
    <>
      <DropFigures
        numbers={{
          sellThrough: all === 0 ? 0 : Math.min(1, sold / all),
          sold,
          perSecond: course.seconds[second]?.orders ?? 0,
        }}
      />
      <section>
        <h2 className={classes['chartTitle']}>{say('replayChart')}</h2>
        <SecondChart label={say('replayChart')} values={bars} mark={second / perBar} />
      </section>
      <div className={classes['player']}>
        <Button variant="default" onClick={() => setIsPlaying(!isPlaying)}>
          {say(isPlaying ? 'hold' : 'play')}
        </Button>
        <select
          aria-label={say('speed')}
          className={classes['field']}
          value={speed}
          onChange={(event) => setSpeed(Number(event.currentTarget.value))}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {formats.number(one)} ×
            </option>
          ))}
        </select>
        <input
          type="range"
          aria-label={say('moment')}
          aria-valuetext={formats.fullTime(moment)}
          min={0}
          max={length - 1}
          value={second}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
        />
        <time dateTime={moment.toISOString()}>{formats.time(moment)}</time>
      </div>
      <ul>
        {course.marks.map(({ type, second: when }) => (
          <li key={`${type} ${when}`}>
            {formats.time(new Date(when * 1000))} {say(type)}
          </li>
        ))}
      </ul>
    </>
  );
}

function barsOf({ seconds }: DropCourse, perBar: number): readonly number[] {
  return Array.from({ length: Math.ceil(seconds.length / perBar) }, (_, bar) =>
    seconds.slice(bar * perBar, (bar + 1) * perBar).reduce((sum, { units }) => sum + units, 0),
  );
}

function usePlayer(length: number) {
  const [at, setAt] = useState(0);
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(SPEEDS[1]);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(
      () => setAt((before) => Math.min(length - 1, before + (speed * TICK_MS) / 1000)),
      TICK_MS,
    );
    return () => clearInterval(timer);
  }, [isPlaying, speed, length]);
  useEffect(() => {
    if (at >= length - 1) setIsPlaying(false);
  }, [at, length]);
  return { at, setAt, isPlaying, setIsPlaying, speed, setSpeed };
}
