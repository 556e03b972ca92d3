// An exception in words.

import type { ExceptionAnswer } from '@doorstep/contract/exceptions.ts';
import { colors, hint, moment, say, status } from '../print.ts';

export function sayException(one: ExceptionAnswer): void {
  say(`${colors.bold(one.title)}  ${status(one.severity)}  ${colors.dim(one.id)}`);
  if (one.subject !== '') say(`About ${one.subject}`);
  const facts = Object.entries(one.data).map(([name, value]) => `${name} ${asText(value)}`);
  if (facts.length > 0) say(colors.dim(facts.join(', ')));
  const again = one.times === 1 ? '' : `, seen ${one.times} times, last ${moment(one.seenAt)} UTC`;
  say(`Since ${moment(one.raisedAt)} UTC${again}; ${dueOf(one)}`);
  say(one.owner === null ? 'Nobody has it' : `${one.owner.name} has it`);
  if (one.status === 'closed') sayClosed(one);
  else sayOpen(one);
}

function sayOpen(one: ExceptionAnswer): void {
  if (one.snoozedUntil !== null) say(`Put aside until ${moment(one.snoozedUntil)} UTC`);
  say(`It closes by itself ${one.closes}.`);
  say();
  one.fixes.forEach((fix, index) => {
    const todo = fix.asks.length === 0 ? '' : colors.dim(` asks for ${fix.asks.join(', ')}`);
    say(`  ${index + 1}  ${fix.label}${todo}`);
  });
  const first = one.fixes.findIndex((fix) => fix.operation !== null && fix.asks.length === 0);
  if (first >= 0) hint(`Do it: doorstep exceptions fix ${one.id} ${first + 1}`);
}

function sayClosed({ closedAt, closedBy, resolution, note }: ExceptionAnswer): void {
  say(`${resolution} ${moment(closedAt ?? '')} UTC by ${closedBy}`);
  if (note !== null) say(note);
}

export function dueOf({ deadline, overdue }: ExceptionAnswer): string {
  const due = `due ${moment(deadline)} UTC`;
  return overdue ? colors.red(`${due}, overdue`) : due;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
