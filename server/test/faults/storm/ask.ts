// Sends requests to a system that is being disturbed: again under the same key until somebody says
// what became of it, now and then twice at once, and much later once more.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './fault.ts';
import type { System } from './system.ts';
import { type Answer, type Asked, type Body, isAcknowledged, type Witness } from './witness.ts';

export interface Asking {
  /** A write, until it is answered with yes or no. */
  send(key: string, path: string, body: object): Promise<Answer>;
  /** One more time, and what is said is compared with the first answer. */
  repeat(asked: Asked): Promise<void>;
  look(path: string): Promise<Body>;
  /** What may be done twice and has no key, until it is done. */
  done(method: 'PUT' | 'POST', path: string, body: object): Promise<Body>;
}

const ANSWER_MS_MAX = 6000;
const SENT_AGAIN_MS = 60;
const ASKED_MS_MAX = 120_000;
const TWICE_ONE_IN = 12;

export function asking(
  system: Pick<System, 'apis' | 'apiKey'>,
  witness: Witness,
  chance: Chance,
): Asking {
  async function untilAnswered(what: string, once: () => Promise<Answer | undefined>) {
    for (const until = performance.now() + ASKED_MS_MAX; ; await sleep(SENT_AGAIN_MS)) {
      const answer = await once();
      if (answer !== undefined) return answer;
      if (performance.now() > until) throw new Error(`${what} is not answered`);
    }
  }
  const anyPort = () => chance.pick(system.apis).port;

  function sendOne(asked: Asked): Promise<Answer> {
    return untilAnswered(asked.key, async () => {
      const answer = await askOnce(system, witness, anyPort(), 'POST', asked.path, asked);
      if (answer !== undefined) witness.answered(asked, answer);
      return answer;
    });
  }

  return {
    async send(key, path, body) {
      const asked = witness.ask(key, path, body);
      const times = chance.between(1, TWICE_ONE_IN) === 1 ? 2 : 1;
      const [answer] = await Promise.all(Array.from({ length: times }, () => sendOne(asked)));
      if (answer === undefined) throw new Error('nothing was sent');
      return asked.first ?? answer;
    },
    async repeat(asked) {
      await sendOne(asked);
    },
    look: (path) => untilDone('GET', path),
    done: (method, path, body) => untilDone(method, path, { key: '', body }),
  };

  async function untilDone(method: string, path: string, asked?: Sent): Promise<Body> {
    const answer = await untilAnswered(path, () =>
      askOnce(system, witness, anyPort(), method, path, asked),
    );
    if (!isAcknowledged(answer)) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

type Sent = Pick<Asked, 'key' | 'body'>;

/** @returns undefined where nobody said what became of it */
async function askOnce(
  { apiKey }: Pick<System, 'apiKey'>,
  witness: Witness,
  port: number,
  method: string,
  path: string,
  asked?: Sent,
): Promise<Answer | undefined> {
  let response: Response;
  let body: Body;
  try {
    response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(asked === undefined ? {} : { 'content-type': 'application/json' }),
        ...(asked === undefined || asked.key === '' ? {} : { 'idempotency-key': asked.key }),
      },
      ...(asked === undefined ? {} : { body: JSON.stringify(asked.body) }),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    body = (await response.json()) as Body;
  } catch (error) {
    witness.count(isTimeout(error) ? 'no answer in time' : 'no connection');
    return undefined;
  }
  const { status } = response;
  witness.count(status < 300 ? String(status) : `${status} ${String(body['code'])}`);
  const wrong = untyped(response, body);
  if (wrong !== null) witness.wrongs.push(`${method} ${path}: ${wrong} ${JSON.stringify(body)}`);
  return status >= 500 || body['code'] === 'idempotency-in-flight' ? undefined : { status, body };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** A "no" has a code that tells what to do; one that is for a while says for how long. */
function untyped({ status, headers }: Response, body: Body): string | null {
  if (status < 300) return null;
  if (typeof body['code'] !== 'string') return `${status} without a code`;
  if (body['code'] === 'internal-error') return 'nobody knows what this is:';
  if (status === 503 && headers.get('retry-after') === null) return '503 without Retry-After';
  return null;
}
