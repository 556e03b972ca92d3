// What a tenant may try with the settings of another: there is nothing of it to name but channels.

import type { Attempt, Foreign } from './foreign.ts';

const own: Attempt = { told: 'own' };
const BARE = { prefix: '', padding: 0 };

export function settingsAttempts(a: Foreign): Record<string, Attempt[]> {
  const numbers = { orders: BARE, returns: BARE };
  return {
    getSettings: [own],
    changeAppearance: [{ body: { language: 'de' }, told: 'own' }],
    putLogo: [{ body: { picture: 'none' }, told: 'picture-unreadable' }],
    removeLogo: [own],
    getLogo: [{ told: 'not-found' }],
    changeNumberFormats: [
      { body: { ...numbers, channels: { [a.channel]: BARE } }, told: 'channel-unknown' },
      { body: { ...numbers, channels: {} }, told: 'own' },
    ],
    getRetention: [own],
    previewRetention: [{ params: { kind: 'orders' }, told: 'own' }],
    changeRetention: [
      { params: { kind: 'notes' }, body: { keepDays: 100, on: false }, told: 'own' },
    ],
    changeReasons: [
      {
        params: { kind: 'adjustment' },
        body: { items: [{ code: 'own', name: 'B', retired: false }] },
        told: 'own',
      },
    ],
  };
}
