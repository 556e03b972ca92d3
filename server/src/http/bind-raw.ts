// Binds an operation open to everybody whose body is taken to the byte: signatures are over those.

import type { AnswerOf, Operation } from '@doorstep/contract/operation.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { bindOpen, type HttpContext, type Input } from './bind.ts';

export interface RawRequest {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export function bindRaw<O extends Operation>(
  http: HttpContext,
  operation: O,
  handle: (input: Input<O>, request: RawRequest) => Promise<AnswerOf<O> | Refusal>,
): void {
  // In a scope of its own, so that only here bodies are not parsed.
  void http.app.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) =>
      done(null, bytes),
    );
    bindOpen({ ...http, app }, operation, (input, request) =>
      handle(input, {
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
      }),
    );
  });
}
