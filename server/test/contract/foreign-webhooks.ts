// What a tenant may try with the webhooks of another: see foreign-calls.ts.

import type { Attempt, Foreign } from './foreign.ts';

const own: Attempt = { told: 'own' };

export function webhookAttempts(a: Foreign): Record<string, Attempt[]> {
  const params = { endpoint: a.endpoint };
  const theirDelivery = { ...params, delivery: `whd_${'0'.repeat(32)}` };
  const theirReplay = { ...params, replay: a.replay };
  const url = 'https://hooks.example.com/a';
  const since = '2026-01-01T00:00:00Z';
  return {
    listWebhookEndpoints: [own],
    createWebhookEndpoint: [{ body: { url }, told: 'own' }],
    getWebhookEndpoint: [{ params, told: 'not-found' }],
    changeWebhookEndpoint: [
      { params, body: { url: 'https://hooks.example.com/b' }, told: 'not-found' },
      { params, body: { active: false }, told: 'not-found' },
    ],
    removeWebhookEndpoint: [{ params, told: 'not-found' }],
    rotateWebhookSecret: [{ params, body: {}, told: 'not-found' }],
    pingWebhookEndpoint: [{ params, told: 'not-found' }],
    listOrderDeliveries: [{ params: { order: a.order }, told: 'not-found' }],
    listWebhookDeliveries: [{ params, told: 'not-found' }],
    getWebhookDelivery: [{ params: theirDelivery, told: 'not-found' }],
    resendWebhookDelivery: [{ params: theirDelivery, told: 'not-found' }],
    listDeadWebhookDeliveries: [{ params, told: 'not-found' }],
    retryWebhookDelivery: [{ params: theirDelivery, told: 'not-found' }],
    retryWebhookDeliveries: [{ params, told: 'not-found' }],
    startWebhookReplay: [{ params, body: { since }, told: 'not-found' }],
    listWebhookReplays: [{ params, told: 'not-found' }],
    getWebhookReplay: [{ params: theirReplay, told: 'not-found' }],
    cancelWebhookReplay: [{ params: theirReplay, told: 'not-found' }],
  };
}
