// Scanners and copied cells bring a space or a line break along: what carriers say of the number
// would never meet it.

import type { NewLabel } from './relabel-parcel.ts';

/** Its number alone; nothing but spaces is no number. */
export function plainLabel<L extends NewLabel>(told: L): L {
  const trackingNumber = told.trackingNumber?.trim();
  return { ...told, trackingNumber: trackingNumber === '' ? undefined : trackingNumber };
}
