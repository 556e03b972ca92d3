// A line over time, with the period it is compared with behind it; drawn by hand, like the chart of the
// home screen. Under the pointer, and by the arrow keys, it says what each point is.

import { type PointerEvent, useState } from 'react';
import classes from './reports.module.css';
import { useWidth } from './use-width.ts';

export interface Point {
  readonly step: string;
  readonly value: number;
  readonly before: number | null;
}

export interface SeriesChartProps {
  readonly label: string;
  readonly points: readonly Point[];
  readonly words: (value: number) => string;
  /** What stands at the lines of the grid, the highest of which is `top`; `words` unless told. */
  readonly gridWords?: (value: number, top: number) => string;
  readonly stepWords: (step: string) => string;
}

/** In pixels, as it is on the screen; until that is known it is as wide as most are. */
const USUAL_WIDTH = 900;
const HEIGHT = 240;
const FOOT = 22;
const SIDE = 8;
const LABELS_MAX = 8;
const LABEL_WIDTH = 80;
const GRID = [0.25, 0.5, 0.75, 1] as const;

export function SeriesChart({
  label,
  points,
  words,
  gridWords = words,
  stepWords,
}: SeriesChartProps) {
  const [shown, setShown] = useState<number | null>(null);
  const [ref, measured] = useWidth<HTMLDivElement>();
  const width = measured || USUAL_WIDTH;
  const top = niceTop(Math.max(...points.flatMap(({ value, before }) => [value, before ?? 0])));
  const x = (place: number): number =>
    points.length < 2 ? width / 2 : SIDE + (place / (points.length - 1)) * (width - 2 * SIDE);
  const y = (value: number): number => HEIGHT - FOOT - (value / top) * (HEIGHT - FOOT - 16);
  const line = (values: readonly number[]): string =>
    values.map((value, place) => `${place === 0 ? 'M' : 'L'}${x(place)} ${y(value)}`).join('');
  const values = points.map(({ value }) => value);
  const before = points.map((point) => point.before ?? 0);
  const isCompared = points.some((point) => point.before !== null);
  const labels = Math.min(LABELS_MAX, Math.floor(width / LABEL_WIDTH));
  const step = Math.max(1, Math.ceil(points.length / labels));
  const point = shown === null ? undefined : points[shown];
  const find = ({ currentTarget, clientX }: PointerEvent<SVGSVGElement>): void => {
    const box = currentTarget.getBoundingClientRect();
    const share = (clientX - box.left) / box.width;
    setShown(Math.min(points.length - 1, Math.max(0, Math.round(share * (points.length - 1)))));
  };
  return (
    <div ref={ref} className={classes['chartBox']}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={label}
        className={classes['chart']}
        onPointerMove={find}
        onPointerLeave={() => setShown(null)}
      >
        <Grid width={width} top={top} y={y} />
        {isCompared && <path d={line(before)} className={classes['lineBefore']} />}
        {points.length > 1 && (
          <path
            d={`${line(values)}L${x(points.length - 1)} ${HEIGHT - FOOT}L${x(0)} ${HEIGHT - FOOT}Z`}
            className={classes['area']}
          />
        )}
        <path d={line(values)} className={classes['line']} />
        <GridWords top={top} y={y} words={(value) => gridWords(value, top)} />
        {points.map((one, place) =>
          place % step === 0 ? (
            <text
              key={one.step}
              x={x(place)}
              y={HEIGHT - 6}
              textAnchor={place === 0 ? 'start' : place === points.length - 1 ? 'end' : 'middle'}
              className={classes['tick']}
            >
              {stepWords(one.step)}
            </text>
          ) : null,
        )}
        {point !== undefined && shown !== null && (
          <circle cx={x(shown)} cy={y(point.value)} r={4} className={classes['dot']} />
        )}
      </svg>
      <p className={classes['shown']} aria-hidden>
        {point === undefined ? '\u00a0' : said(point, words, stepWords)}
      </p>
    </div>
  );
}

function said(
  { step, value, before }: Point,
  words: SeriesChartProps['words'],
  stepWords: SeriesChartProps['stepWords'],
): string {
  return `${stepWords(step)}: ${words(value)}${before === null ? '' : ` (${words(before)})`}`;
}

interface GridProps {
  readonly width: number;
  readonly top: number;
  readonly y: (value: number) => number;
}

function Grid({ width, top, y }: GridProps) {
  return (
    <>
      {GRID.map((share) => (
        <line
          key={share}
          x1={0}
          x2={width}
          y1={y(top * share)}
          y2={y(top * share)}
          className={classes['grid']}
        />
      ))}
      <line x1={0} x2={width} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className={classes['axis']} />
    </>
  );
}

/** Over the lines, which would strike them through where they begin. */
function GridWords({ top, y, words }: Omit<GridProps, 'width'> & { words(value: number): string }) {
  return (
    <g>
      {GRID.map((share) => (
        <text key={share} x={2} y={y(top * share) - 3} className={classes['tick']}>
          {words(top * share)}
        </text>
      ))}
    </g>
  );
}

/** 1, 2, 4 or 8 times a power of ten, so that lines of the grid are numbers one reads. */
function niceTop(most: number): number {
  if (most <= 0) return 4;
  const power = 10 ** Math.floor(Math.log10(most));
  const nice = [1, 2, 4, 8, 10].find((factor) => factor * power >= most) ?? 10;
  return Math.max(4, nice * power);
}
