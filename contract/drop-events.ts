// What is told of drops. Holds and places in the queue are not told one by one: they come and go by
// the ten thousand, and the figures of the drop say how many there are.

import { Type } from 'typebox';
import { Change, Changed, Stock, Units } from './event-shapes.ts';
import { id, nullable, Timestamp } from './schema.ts';

const sums = { sold: Units, preordered: Units };
const terms = {
  startsAt: Timestamp,
  endsAt: Timestamp,
  limitPerBuyer: nullable(Type.Integer()),
};

export const dropEvents = {
  'drop.created.v1': {
    subject: 'drop',
    summary: 'A drop was planned, and its units were set apart',
    data: Type.Object({
      ...terms,
      items: Type.Array(Type.Object({ sku: id('sku'), preorderCap: Units })),
      stock: Stock,
    }),
  },
  'drop.changed.v1': {
    subject: 'drop',
    summary: 'The terms of a drop were changed',
    data: Type.Object({ changed: Changed, ...terms }),
  },
  'drop.pool_changed.v1': {
    subject: 'drop',
    summary: 'Units were set apart for a drop, or given back to general sale',
    data: Type.Object({ sku: id('sku'), preorderCap: Units, stock: Stock }),
  },
  'drop.started.v1': { subject: 'drop', summary: 'A drop began', data: Type.Object({}) },
  'drop.paused.v1': { subject: 'drop', summary: 'A drop was paused', data: Type.Object({}) },
  'drop.resumed.v1': { subject: 'drop', summary: 'A drop goes on', data: Type.Object({}) },
  'drop.sold.v1': {
    subject: 'drop',
    summary: 'Orders bought from a drop: those captured together are told together',
    data: Type.Object({
      orders: Type.Integer(),
      units: Type.Array(Type.Object({ sku: id('sku'), sold: Change, preordered: Change })),
      stock: Stock,
    }),
  },
  'drop.sell_through.v1': {
    subject: 'drop',
    summary: 'Another tenth of all units ever set apart is sold; each is told once',
    data: Type.Object({ percent: Type.Integer(), ...sums }),
  },
  'drop.sold_out.v1': {
    subject: 'drop',
    summary: 'Nothing is in the pool of a drop, and nothing is held',
    data: Type.Object(sums),
  },
  'drop.units_returned.v1': {
    subject: 'drop',
    summary: 'Units of a canceled order went back to their drop',
    data: Type.Object({ order: id('order'), stock: Stock }),
  },
  'drop.units_released.v1': {
    subject: 'drop',
    summary: 'Units that were held when their drop was over went to general sale',
    data: Type.Object({ stock: Stock }),
  },
  'drop.stopped.v1': {
    subject: 'drop',
    summary: 'A drop was stopped, and its pool went to general sale',
    data: Type.Object({ releaseHolds: Type.Boolean(), stock: Stock }),
  },
  'drop.ended.v1': {
    subject: 'drop',
    summary: 'The time of a drop was over, and its pool went to general sale',
    data: Type.Object({ stock: Stock }),
  },
} as const;
