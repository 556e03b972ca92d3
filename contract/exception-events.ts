// What is told of exceptions.

import {
  EXCEPTION_TYPES,
  RESOLUTIONS,
  SEVERITIES,
} from '@doorstep/core/exceptions/exception-types.ts';
import { Type } from 'typebox';
import { id, nullable, Timestamp } from './schema.ts';

const about = {
  type: Type.Enum([...EXCEPTION_TYPES]),
  order: nullable(id('order')),
};

const raised = Type.Object({
  ...about,
  severity: Type.Enum([...SEVERITIES]),
  deadline: Timestamp,
});

export const exceptionEvents = {
  'exception.raised.v1': {
    subject: 'exception',
    summary: 'Something needs a person',
    data: raised,
  },
  'exception.seen_again.v1': {
    subject: 'exception',
    summary: 'The cause of an open exception was seen once more; a snoozed one is awake again',
    data: raised,
  },
  'exception.assigned.v1': {
    subject: 'exception',
    summary: 'An exception was given to somebody, or to nobody',
    data: Type.Object({ ...about, owner: nullable(id('user')) }),
  },
  'exception.snoozed.v1': {
    subject: 'exception',
    summary: 'An exception was put aside until a moment',
    data: Type.Object({ ...about, until: Timestamp }),
  },
  'exception.woken.v1': {
    subject: 'exception',
    summary: 'A snoozed exception is open again: its time came, or somebody woke it',
    data: Type.Object(about),
  },
  'exception.commented.v1': {
    subject: 'exception',
    summary: 'Somebody said something about an exception',
    data: Type.Object({ ...about, comment: id('note') }),
  },
  'exception.closed.v1': {
    subject: 'exception',
    summary: 'An exception was closed, by a person or because its cause is gone',
    data: Type.Object({ ...about, resolution: Type.Enum([...RESOLUTIONS]) }),
  },
  'exception-threshold.set.v1': {
    subject: 'exceptionThreshold',
    summary: 'Somebody said from how many exceptions of a type on it is bad',
    data: Type.Object({
      type: Type.Enum([...EXCEPTION_TYPES]),
      orange: Type.Integer(),
      red: Type.Integer(),
    }),
  },
} as const;
