// Bars by second, drawn by hand: the newest on the right, gaps shaded.

import classes from './drops.module.css';

export interface SecondChartProps {
  readonly label: string;
  readonly values: readonly number[];
  /** As places among the values. */
  readonly gaps?: readonly { readonly from: number; readonly to: number }[];
  /** A line at this place. */
  readonly mark?: number;
}

const HEIGHT = 100;

export function SecondChart({ label, values, gaps = [], mark }: SecondChartProps) {
  const most = Math.max(1, ...values);
  const bars = values
    .map((value, at) => {
      const height = (value / most) * HEIGHT;
      return value === 0 ? '' : `M${at} ${HEIGHT}v${-height}h1v${height}z`;
    })
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      className={classes['chart']}
      viewBox={`0 0 ${Math.max(1, values.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {gaps.map(({ from, to }) => (
        <rect
          key={from}
          x={from}
          width={Math.max(1, to - from)}
          y={0}
          height={HEIGHT}
          className={classes['gap']}
          data-testid="gap"
        />
      ))}
      <path d={bars} className={classes['bars']} />
      {mark !== undefined && (
        <rect
          x={mark}
          width={Math.max(1, values.length / 400)}
          y={0}
          height={HEIGHT}
          className={classes['mark']}
        />
      )}
    </svg>
  );
}
