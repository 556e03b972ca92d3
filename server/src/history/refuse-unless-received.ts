// Only a file that is there whole, and was not read yet, can be looked at and mapped.
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { ImportRow } from './imports.sql.ts';

export function refuseUnlessReceived({ state }: ImportRow): Refusal | undefined {
  if (state === 'received') return undefined;
  return refuse('import-not-received', `The import is ${state}.`, { state });
}
