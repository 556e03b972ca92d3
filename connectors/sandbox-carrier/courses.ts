// The ways a parcel may take, as hours after it was handed over: what carriers tell on an ordinary
// day, and on the others.

import type { TrackingStatus } from '@doorstep/core/shipping/tracking.ts';

export const COURSES = ['usual', 'late', 'failed-once', 'lost', 'damaged', 'returned'] as const;

export type Course = (typeof COURSES)[number];

export interface Stop {
  readonly status: TrackingStatus;
  readonly afterHours: number;
  readonly description: string;
  readonly place: string;
}

const stop = (
  status: TrackingStatus,
  afterHours: number,
  description: string,
  place: string,
): Stop => ({ status, afterHours, description, place });

const HANDED_OVER = [
  stop('label-created', 0, 'The parcel was announced', 'Sender'),
  stop('in-transit', 2, 'Taken over from the sender', 'Depot A'),
  stop('in-transit', 9, 'Sorted', 'Hub'),
];

const AT_THE_DOOR = [
  stop('in-transit', 18, 'Arrived at the delivery base', 'Depot B'),
  stop('out-for-delivery', 22, 'On the vehicle', 'Depot B'),
];

const STOPS: Readonly<Record<Course, readonly Stop[]>> = {
  usual: [...HANDED_OVER, ...AT_THE_DOOR, stop('delivered', 26, 'Delivered', 'Door')],
  late: [
    ...HANDED_OVER,
    stop('in-transit', 57, 'Held up: too many parcels', 'Hub'),
    stop('out-for-delivery', 94, 'On the vehicle', 'Depot B'),
    stop('delivered', 99, 'Delivered', 'Door'),
  ],
  'failed-once': [
    ...HANDED_OVER,
    ...AT_THE_DOOR,
    stop('delivery-failed', 26, 'Nobody was there', 'Door'),
    stop('out-for-delivery', 46, 'On the vehicle, second attempt', 'Depot B'),
    stop('delivered', 50, 'Delivered', 'Door'),
  ],
  lost: [...HANDED_OVER, stop('lost', 240, 'Not found', 'Hub')],
  damaged: [...HANDED_OVER, stop('damaged', 20, 'The box broke', 'Hub')],
  returned: [
    ...HANDED_OVER,
    ...AT_THE_DOOR,
    stop('delivery-failed', 26, 'There is no such address', 'Door'),
    stop('returning', 50, 'On its way back', 'Depot B'),
    stop('returned-to-sender', 98, 'Handed back', 'Sender'),
  ],
};

/** Of a thousand parcels, about as many take each way as with carriers of parcels. */
const SHARES: readonly (readonly [Course, perMille: number])[] = [
  ['late', 40],
  ['failed-once', 40],
  ['returned', 8],
  ['damaged', 4],
  ['lost', 4],
];

/** @param chance from 0 up to 1 */
export function courseFor(chance: number): Course {
  let left = chance * 1000;
  for (const [course, perMille] of SHARES) {
    if (left < perMille) return course;
    left -= perMille;
  }
  return 'usual';
}

export function stopsOf(course: Course): readonly Stop[] {
  return STOPS[course];
}
