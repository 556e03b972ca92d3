// What a customer is called, by whatever is known.

import type { Customer } from '@doorstep/sdk';

export function nameOf({ name, email, phone, externalId }: Customer): string | null {
  return name ?? email ?? phone ?? externalId;
}
