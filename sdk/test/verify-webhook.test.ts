import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { type CloudEvent, cloudEventOf } from '@doorstep/core/webhooks/cloud-event.ts';
import { Webhook } from 'standardwebhooks';
import { verifyWebhook, type WebhookEventOf } from '../src/doorstep-client.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = 'whsec_C2FVsBQIhrscChlQIMVab5sSYspob7oD';
const now = new Date('2026-11-23T09:30:00Z');
const seconds = String(now.getTime() / 1000);

const event = cloudEventOf(
  {
    id: 'evt_1',
    type: 'order.tagged.v1',
    subject: 'ord_1',
    version: 2,
    position: 7,
    occurredAt: '2026-11-23T09:29:59Z',
    recordedAt: '2026-11-23T09:30:00Z',
    data: { tag: 'groß' },
  },
  'tnt_1',
);
const payload = JSON.stringify(event);

function signed(body: string, by = secret, at = seconds): string {
  const key = Buffer.from(by.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`msg_1.${at}.${body}`).digest('base64')}`;
}

const headers = (signature = signed(payload), at = seconds) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': at,
  'webhook-signature': signature,
});

test('a genuine webhook is the event that it brings', async () => {
  const verified = await verifyWebhook(payload, headers(), secret, { now });
  assert.deepEqual(verified, event);
  if (verified.type !== 'order.tagged.v1') assert.fail('it is of another type');
  // The type alone says what the data is.
  const { tag }: { readonly tag: string } = verified.data;
  assert.equal(tag, 'groß');
  const bytes = new TextEncoder().encode(payload);
  assert.deepEqual(await verifyWebhook(bytes, new Headers(headers()), [secret], { now }), event);
  const raw = {
    'Webhook-Id': 'msg_1',
    'Webhook-Timestamp': seconds,
    'Webhook-Signature': signed(payload),
  };
  assert.deepEqual(await verifyWebhook(payload, raw, secret, { now }), event);
});

test('what the server sends is what the type says', () => {
  const typed: Omit<CloudEvent, 'type' | 'data'> = {} as WebhookEventOf<'order.tagged.v1'>;
  const back: Omit<WebhookEventOf<'order.tagged.v1'>, 'type' | 'data'> = {} as CloudEvent;
  assert.ok(typed && back);
});

test('the reference implementation signs what we verify', async () => {
  const reference = new Webhook(secret);
  const today = new Date();
  const at = String(Math.floor(today.getTime() / 1000));
  const signature = reference.sign('msg_1', today, payload);
  assert.deepEqual(await verifyWebhook(payload, headers(signature, at), secret), event);
  assert.deepEqual(reference.verify(payload, headers(signed(payload, secret, at), at)), event);
});

test('while secrets rotate, any of several signatures may be by any of several secrets', async () => {
  const both = `v1,AAAA v1a,AAAA ${signed(payload, other)} ${signed(payload)}`;
  for (const secrets of [secret, other, [other, secret]])
    assert.deepEqual(await verifyWebhook(payload, headers(both), secrets, { now }), event);
  assert.deepEqual(await verifyWebhook(payload, headers(), [other, secret], { now }), event);
});

test('what was changed, is old, early, signed by others or not signed is refused', async () => {
  const refused = async (reason: string, given: object, body = payload, at = now) =>
    assert.rejects(verifyWebhook(body, { ...headers(), ...given }, secret, { now: at }), {
      name: 'WebhookRefused',
      reason,
    });
  await refused('signature-wrong', {}, payload.replace('groß', 'other'));
  await refused('signature-wrong', { 'webhook-id': 'msg_2' });
  await refused('signature-wrong', { 'webhook-timestamp': String(Number(seconds) - 1) });
  await refused('signature-wrong', { 'webhook-signature': signed(payload, other) });
  for (const signature of ['v1', 'v1,', 'v1,!', 'v2,AAAA', signed(payload).slice(3)])
    await refused('signature-wrong', { 'webhook-signature': signature });
  await refused('too-old', {}, payload, new Date(now.getTime() + 301_000));
  await refused('too-new', {}, payload, new Date(now.getTime() - 301_000));
  for (const name of Object.keys(headers())) await refused('header-missing', { [name]: undefined });
  await refused('header-missing', { 'webhook-timestamp': 'yesterday' });
  await refused('not-json', { 'webhook-signature': signed('{') }, '{');
  const patient = { now: new Date(now.getTime() + 301_000), toleranceSeconds: 600 };
  assert.deepEqual(await verifyWebhook(payload, headers(), secret, patient), event);
});

test('a secret that is none is a mistake of the program', async () => {
  for (const wrong of ['', 'whsec_', 'whsec_!!!'])
    await assert.rejects(verifyWebhook(payload, headers(), wrong, { now }), TypeError);
});
