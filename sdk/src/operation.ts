// What an operation is to the SDK: how it is sent, and what its method takes and answers.

/** For one request; what is left out is as it was given to the client. */
export interface RequestOptions {
  /**
   * Your name for this write: the same one again gets the first answer again, for at least 7 days.
   * Without it each call gets one of its own, so that its retries do nothing twice.
   */
  readonly idempotencyKey?: string;
  /** Aborts the request, its retries and its waits; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How often to try again after a failure that may pass; 0 for never. */
  readonly retriesMax?: number;
  /** How long one try may take. */
  readonly timeoutMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page of a list, newest first. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass as `cursor` for the next page; null at the end. */
  readonly nextCursor: string | null;
}

export interface ListMethod<Input, Answer, Item> {
  /** One page. */
  (...given: Given<Input>): Promise<Answer>;
  /** Every item from here on, reading page after page as you take them. */
  all(...given: Given<Input>): AsyncGenerator<Item, void, undefined>;
}

/** The input may be left out when nothing in it is needed. */
type Given<Input> =
  Record<never, never> extends Input
    ? [input?: Input, options?: RequestOptions]
    : [input: Input, options?: RequestOptions];

/** Of an operation that asks nothing, yet. */
export type NoInput = Readonly<Record<string, never>>;

/** How an operation is sent. */
export interface OperationFacts {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for what stands in it. */
  readonly path: string;
  /** `flat`: the input is the body, but for what stands in path and query; `nested`: its `body`. */
  readonly body?: 'flat' | 'nested';
  /** The fields of a flat input that stand in the query. */
  readonly query?: readonly string[];
  /** It takes an Idempotency-Key. */
  readonly keyed?: true;
  /** The answer's field `tells` goes into the input's field `takes` for the next page. */
  readonly pages?: { readonly takes: string; readonly tells: string };
  /** Content type of the answer where it is not JSON. */
  readonly answers?: string;
}
