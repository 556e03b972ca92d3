// Proves that a webhook comes from your Doorstep and is fresh: https://www.standardwebhooks.com

import type { EventData, EventType } from './generated/events.ts';

/** What a webhook of one type of event brings: a CloudEvent (1.0). */
export interface WebhookEventOf<Type extends EventType> {
  readonly specversion: '1.0';
  /** Stable over all tries of a delivery: use it to drop what you have seen. */
  readonly id: string;
  readonly source: string;
  readonly type: Type;
  /** The id of what it happened to. */
  readonly subject: string;
  /** When it happened. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Its position in the log, in digits that sort as text. */
  readonly sequence: string;
  /** When it was recorded. */
  readonly recordedtime: string;
  /** 1, 2, 3 … of the subject, without a hole: one that comes late is known by it. */
  readonly subjectversion: number;
  readonly data: EventData[Type];
}

/** The event of a webhook; its `type` tells what its `data` is. */
export type WebhookEvent = { readonly [Type in EventType]: WebhookEventOf<Type> }[EventType];

/** Those of `Request`, or those of `node:http`. */
export type WebhookHeaders =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WebhookOptions {
  /** The time to judge the age of the webhook by. */
  readonly now?: Date;
  /** How far its time may be from yours; 300 unless told. */
  readonly toleranceSeconds?: number;
}

/** Answer 400 to such a request and do nothing else: it is old, or not from whom it says. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
  readonly reason: 'header-missing' | 'too-old' | 'too-new' | 'signature-wrong' | 'not-json';

  constructor(reason: WebhookRefused['reason'], words: string) {
    super(words);
    this.reason = reason;
  }
}

/** As the platform gives it: its name is not everywhere a type. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const TOLERANCE_SECONDS = 300;
const PREFIX = 'whsec_';

/**
 * The event of a webhook that is genuine.
 * @param payload the body as it came: parsed and written again it is another
 * @param secrets of the endpoint, `whsec_…`; several while you rotate
 * @throws WebhookRefused when it is not genuine, not fresh, or lacks a header
 */
export async function verifyWebhook(
  payload: string | Uint8Array,
  headers: WebhookHeaders,
  secrets: string | readonly string[],
  { now = new Date(), toleranceSeconds = TOLERANCE_SECONDS }: WebhookOptions = {},
): Promise<WebhookEvent> {
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  checkAge(timestamp, now, toleranceSeconds);
  const body = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), body);
  const keys = await Promise.all((typeof secrets === 'string' ? [secrets] : secrets).map(keyOf));
  if (!(await isSignedByAny(keys, signatures, signed)))
    throw new WebhookRefused('signature-wrong', 'No signature is by one of the secrets.');
  try {
    return JSON.parse(new TextDecoder().decode(body)) as WebhookEvent;
  } catch {
    throw new WebhookRefused('not-json', 'The body is not valid JSON.');
  }
}

function headerOf(headers: WebhookHeaders, name: string): string {
  const value =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const text = Array.isArray(value) ? value.join(' ') : value;
  if (typeof text === 'string' && text !== '') return text;
  throw new WebhookRefused('header-missing', `The header ${name} is missing.`);
}

/** A request that was recorded may be sent again later: so it has an end. */
function checkAge(timestamp: string, now: Date, toleranceSeconds: number): void {
  const age =
    now.getTime() / 1000 - (/^\d{1,15}$/.test(timestamp) ? Number(timestamp) : Number.NaN);
  if (Number.isNaN(age))
    throw new WebhookRefused('header-missing', 'The header webhook-timestamp is not a time.');
  if (age > toleranceSeconds)
    throw new WebhookRefused('too-old', `It was sent ${Math.round(age)} seconds ago.`);
  if (age < -toleranceSeconds)
    throw new WebhookRefused('too-new', 'It was sent in the future: check the clock.');
}

async function keyOf(secret: string): Promise<Key> {
  const bytes = readBase64(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret);
  if (bytes === undefined || bytes.length === 0)
    throw new TypeError(`A secret is ${PREFIX} and base64; this one is not.`);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
}

async function isSignedByAny(
  keys: readonly Key[],
  signatures: string,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  for (const each of signatures.split(' ')) {
    const [version, text = ''] = each.split(',');
    const signature = version === 'v1' ? readBase64(text) : undefined;
    if (signature === undefined) continue;
    // It compares in constant time.
    for (const key of keys)
      if (await crypto.subtle.verify('HMAC', key, signature, signed)) return true;
  }
  return false;
}

function readBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
