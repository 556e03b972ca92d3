// Writes down what was asked and what was answered, and whether the same request was ever answered
// otherwise.

import { isDeepStrictEqual } from 'node:util';

export type Body = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly body: Body;
}

/** A write: what its key stands for. */
export interface Asked {
  readonly key: string;
  readonly path: string;
  readonly body: object;
  /** The first answer that said what became of it. */
  first?: Answer;
  answers: number;
}

export interface Witness {
  readonly asked: ReadonlyMap<string, Asked>;
  /** What must not be. */
  readonly wrongs: string[];
  ask(key: string, path: string, body: object): Asked;
  /** One that says what became of it. */
  answered(asked: Asked, answer: Answer): void;
  /** Counts what came back, whatever it was. */
  count(label: string): void;
  /** What was counted since the last time. */
  takeCounts(): ReadonlyMap<string, number>;
}

export function openWitness(): Witness {
  const asked = new Map<string, Asked>();
  const wrongs: string[] = [];
  let counts = new Map<string, number>();
  return {
    asked,
    wrongs,
    ask(key, path, body) {
      const known = asked.get(key) ?? { key, path, body, answers: 0 };
      asked.set(key, known);
      return known;
    },
    answered(one, answer) {
      one.answers += 1;
      one.first ??= answer;
      if (!isSame(one.first, answer))
        wrongs.push(`${one.key} was answered ${wordsOf(one.first)}, and then ${wordsOf(answer)}`);
    },
    count(label) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
    },
    takeCounts() {
      const taken = counts;
      counts = new Map();
      return taken;
    },
  };
}

export function isAcknowledged(
  answer: Answer | undefined,
): answer is Answer & { readonly status: 200 | 201 } {
  return answer !== undefined && answer.status < 300;
}

/** Of a refusal only what was refused: its request id is another each time. */
function isSame(one: Answer, other: Answer): boolean {
  if (isAcknowledged(one) !== isAcknowledged(other)) return false;
  if (!isAcknowledged(one)) return one.body['code'] === other.body['code'];
  return isDeepStrictEqual(one.body, other.body);
}

function wordsOf({ status, body }: Answer): string {
  return `${status} ${JSON.stringify(body).slice(0, 600)}`;
}
