// What a token tells the sandbox to do: `tok_` and behaviors joined by `+`, as in
// `tok_fail_2+delay_50`. A word it does not know is a mistake of the one who wrote the test.

export interface SandboxBehavior {
  /** `decline`: the authorization is declined. */
  readonly declinesAuthorization: boolean;
  /** `decline-capture`, `decline-refund`, `decline-void`: declined for good when it comes to that. */
  readonly declines: ReadonlySet<string>;
  /** `fail_N`: the first N calls of each key end in an error, and nothing is done. */
  readonly failures: number;
  /** `busy_N`: the first N captures, refunds or voids of each key are declined for the moment. */
  readonly refusals: number;
  /** `delay_N`: takes N milliseconds. */
  readonly delayMs: number;
  /** `later_N`: takes it, answers `later`, and has done it N milliseconds after. */
  readonly laterMs: number | null;
  /** `action_N`: the payer must act, and has done so N milliseconds after. */
  readonly actionMs: number | null;
  /** `twice`: tells of what it did a second time, as a notification. */
  readonly tellsTwice: boolean;
  /** `lost`: does it, and the first answer of each key is lost on the way. */
  readonly losesAnswer: boolean;
  /** `half`: authorizes half of what was asked, rounded down. */
  readonly authorizesHalf: boolean;
  /** `more`: captures one minor unit more than was asked. */
  readonly capturesMore: boolean;
}

const WORDS =
  /^(ok|decline(-capture|-refund|-void)?|(fail|busy|delay|later|action)_\d{1,6}|twice|lost|half|more)$/;

export function readToken(token: string | null): SandboxBehavior {
  const words = (token ?? 'tok_ok').replace(/^tok_/, '').split('+');
  const unknown = words.find((word) => !WORDS.test(word));
  if (unknown !== undefined) throw new Error(`the sandbox has no token tok_${unknown}`);
  const numberOf = (name: string): number | null => {
    const word = words.find((one) => one.startsWith(`${name}_`));
    return word === undefined ? null : Number(word.slice(name.length + 1));
  };
  return {
    declinesAuthorization: words.includes('decline'),
    declines: new Set(
      words.filter((word) => word.startsWith('decline-')).map((word) => word.slice(8)),
    ),
    failures: numberOf('fail') ?? 0,
    refusals: numberOf('busy') ?? 0,
    delayMs: numberOf('delay') ?? 0,
    laterMs: numberOf('later'),
    actionMs: numberOf('action'),
    tellsTwice: words.includes('twice'),
    losesAnswer: words.includes('lost'),
    authorizesHalf: words.includes('half'),
    capturesMore: words.includes('more'),
  };
}
