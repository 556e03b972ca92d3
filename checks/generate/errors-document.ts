// docs/errors.md, from the table of errors in the contract.
import { ERRORS } from '../../contract/errors.ts';
import { GENERATED, paragraphs, table } from './markdown.ts';

export function errorsDocument(): string {
  const rows = Object.entries(ERRORS).sort(
    ([a, { status: one }], [b, { status: other }]) => one - other || a.localeCompare(b),
  );
  return paragraphs(
    GENERATED,
    '# Errors',
    'Every error is `application/problem+json` (RFC 9457). Decide by `code`: it is stable. ' +
      '`detail` is for people, `data` has the facts behind it, `remedy` says what to do, ' +
      '`requestId` finds the request in the server log. ' +
      'A server shows this table at `/docs/errors`, where the `type` of a problem points.',
    table(
      ['code', 'status', 'title', 'what to do'],
      rows.map(([code, { status, title, remedy }]) => [
        `\`${code}\``,
        String(status),
        title,
        remedy,
      ]),
    ),
  );
}
