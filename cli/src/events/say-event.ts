// An event in one line.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { colors, say } from '../print.ts';

export function sayEvent(event: LogEvent): void {
  const position = String(event.position ?? '–').padStart(7);
  const at = event.recordedAt.slice(0, 19).replace('T', ' ');
  const subject = `${event.subject} v${event.version}`;
  say(
    `${position}  ${colors.dim(at)}  ${event.type.padEnd(26)}  ${subject}  ${colors.dim(event.actor)}`,
  );
}
