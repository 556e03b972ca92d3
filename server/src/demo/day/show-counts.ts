// The live counts of the simulated day, on one screen.

import type { Tally } from './tally.ts';

const ROWS: readonly (readonly [label: string, type: string])[] = [
  ['captured', 'order.captured'],
  ['authorized', 'payment.authorized'],
  ['declined', 'payment.declined'],
  ['canceled', 'order.canceled'],
  ['released', 'order.released'],
  ['picked', 'fulfillment.picked'],
  ['sourced anew', 'order.sourced'],
  ['packed', 'fulfillment.packed'],
  ['shipped', 'parcel.shipped'],
  ['money captured', 'payment.captured'],
  ['tracked', 'parcel.tracked'],
  ['delivered', 'parcel.delivered'],
  ['returns', 'return.received'],
  ['refunded', 'payment.refunded'],
  ['exceptions raised', 'exception.raised'],
  ['exceptions closed', 'exception.closed'],
];

/** In a terminal the counts stand still and change; elsewhere a line is written now and then. */
export function countsShown(out: NodeJS.WriteStream): (counts: Tally, now: Date) => void {
  let drawn = 0;
  let lastHour = '';
  let lastWords = '';
  return (counts, now) => {
    const clock = now.toISOString().slice(0, 16).replace('T', ' ');
    if (!out.isTTY) {
      const hour = clock.slice(0, 11) + String(Math.floor(now.getUTCHours() / 6) * 6);
      if (hour === lastHour) return;
      const words = ROWS.filter(([, type]) => counts.count(type) > 0)
        .map(([label, type]) => `${label} ${counts.count(type)}`)
        .join(', ');
      lastHour = hour;
      if (words === lastWords) return;
      lastWords = words;
      out.write(`${clock}  ${words}\n`);
      return;
    }
    const lines = [
      `Simulated time ${clock} UTC, ${counts.events.toLocaleString('en')} events`,
      ...ROWS.map(
        ([label, type]) =>
          `  ${label.padEnd(18)} ${counts.count(type).toLocaleString('en').padStart(8)}`,
      ),
    ];
    if (drawn > 0) out.moveCursor(0, -drawn);
    for (const line of lines) {
      out.clearLine(0);
      out.write(`${line}\n`);
    }
    drawn = lines.length;
  };
}
