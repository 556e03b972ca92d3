// A request that is sent again, under its idempotency key, until somebody says what became of it.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Address {
  readonly port: number;
  readonly apiKey: string;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: object | undefined;
}

const SENT_AGAIN_MS = 50;
const ANSWER_MS_MAX = 15_000;
const SENT_MS_MAX = 90_000;

/** @param onAgain called before each try but the first */
export async function sendUntilAnswered(
  address: Address,
  key: string,
  request: Request,
  onAgain: () => void = () => {},
): Promise<Record<string, unknown>> {
  for (const until = performance.now() + SENT_MS_MAX; ; ) {
    const answer = await sendOnce(address, key, request);
    if (answer !== undefined) return answer;
    assert.ok(performance.now() < until, `${key}: nobody answers`);
    onAgain();
    await sleep(SENT_AGAIN_MS);
  }
}

/** Undefined: no answer, or none that says what became of it. */
async function sendOnce(
  { port, apiKey }: Address,
  key: string,
  { method, path, body }: Request,
): Promise<Record<string, unknown> | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.status >= 500 || answer['code'] === 'idempotency-in-flight') return undefined;
    assert.ok(response.status < 300, `${key}: ${JSON.stringify(answer)}`);
    return answer;
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    return undefined;
  }
}
