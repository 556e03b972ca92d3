// docs/exceptions.md, from the table of exception types.
import { EXCEPTION_KINDS, SEVERITIES } from '../../core/exceptions/exception-types.ts';
import { GENERATED, paragraphs, table } from './markdown.ts';

export function exceptionsDocument(): string {
  const rows = Object.entries(EXCEPTION_KINDS).sort(
    ([a, one], [b, other]) =>
      SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity) || a.localeCompare(b),
  );
  return paragraphs(
    GENERATED,
    '# Exceptions',
    'What a person must look at, by type. The deadline runs from the moment it is raised. ' +
      'How to work with them: [the guide](guides/exceptions.md).',
    table(
      ['type', 'what is wrong', 'severity', 'deadline', 'fixes, best first', 'closes by itself'],
      rows.map(([type, { title, severity, deadlineHours, fixes, closes, closedBy }]) => [
        `\`${type}\``,
        title,
        severity,
        `${deadlineHours} h`,
        fixes
          .map(({ label, operation }) =>
            operation === null ? label : `${label} (\`${operation}\`)`,
          )
          .join('; '),
        closedBy === 'cause' ? `${closes}; a person may only dismiss it` : closes,
      ]),
    ),
  );
}
