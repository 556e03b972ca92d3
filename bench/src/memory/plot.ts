// Lines over time as an SVG.

export interface Line {
  readonly name: string;
  readonly color: string;
  readonly values: readonly number[];
}

const WIDTH = 960;
const HEIGHT = 420;
const LEFT = 64;
const BOTTOM = 48;
const TOP = 40;
const RIGHT = 24;
const TICKS = 5;

/** @param eachSeconds between two values */
export function plotSvg(title: string, lines: readonly Line[], eachSeconds: number): string {
  const most = Math.max(...lines.flatMap(({ values }) => values), 1);
  const top = roundUp(most);
  const count = Math.max(...lines.map(({ values }) => values.length), 2);
  const x = (at: number) => LEFT + ((WIDTH - LEFT - RIGHT) * at) / (count - 1);
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * value) / top;
  const steps = Array.from({ length: TICKS + 1 }, (_, tick) => tick / TICKS);
  const grid = steps.flatMap((step) => {
    const at = y(step * top).toFixed(1);
    const seconds = step * (count - 1) * eachSeconds;
    return [
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#ddd"/>`,
      `<text x="${LEFT - 8}" y="${at}" dy="4" text-anchor="end">${Math.round(step * top)}</text>`,
      `<text x="${x(step * (count - 1)).toFixed(1)}" y="${HEIGHT - BOTTOM + 20}" ` +
        `text-anchor="middle">${(seconds / 60).toFixed(1)}</text>`,
    ];
  });
  const drawn = lines.flatMap(({ name, color, values }, place) => [
    `<polyline fill="none" stroke="${color}" stroke-width="1.5" points="${values
      .map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`)
      .join(' ')}"/>`,
    `<text x="${LEFT + 12 + place * 180}" y="${TOP - 12}" fill="${color}">${name}</text>`,
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" ` +
      `font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    ...grid,
    ...drawn,
    `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 8}" text-anchor="end">minutes</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Math.ceil(value / unit) * unit;
}
