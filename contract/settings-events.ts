// Events of settings.

import { Type } from 'typebox';
import { Changed } from './event-shapes.ts';

export const settingsEvents = {
  'settings.changed.v1': {
    subject: 'settings',
    summary: 'Something that the tenant sets for itself was changed',
    data: Type.Object({
      name: Type.String({ description: 'Such as `appearance`, `numbers` or `reasons:refund`' }),
      changed: Changed,
    }),
  },
} as const;
