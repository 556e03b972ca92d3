// docs/events.md, from the table of events in the contract.
import type { EventKind } from '../../contract/event-shapes.ts';
import { EVENTS } from '../../contract/events.ts';
import { ID_PREFIXES } from '../../core/ids.ts';
import { GENERATED, paragraphs, table } from './markdown.ts';

export function eventsDocument(): string {
  const entries = Object.entries(EVENTS);
  return paragraphs(
    GENERATED,
    '# Events',
    'Everything that happens is an event in one log, written in the transaction that made it ' +
      'happen. Read it with `GET /v1/events`, follow it with `GET /v1/events/stream`.',
    'A type carries its version and only ever gains fields: ignore those you do not know. Events ' +
      'carry ids and facts, never personal data. `subject` and `version` are dense per subject, ' +
      '`position` is dense per tenant.',
    table(
      ['type', 'subject', 'what happened'],
      entries.map(([type, { subject, summary }]) => [
        `[\`${type}\`](#${anchorOf(type)})`,
        `\`${ID_PREFIXES[subject]}_…\``,
        summary,
      ]),
    ),
    ...entries.map(([type, kind]) => section(type, kind)),
  );
}

function section(type: string, { summary, data }: EventKind): string {
  const fields = fieldsOf(data as unknown as Schema, '');
  const rows = fields.map(({ path, type, words }) => [`\`${path}\``, type, words]);
  const known = rows.length === 0 ? 'No data.' : table(['data', 'type', 'note'], rows);
  return `## ${type}\n\n${summary}.\n\n${known}`;
}

/** As GitHub makes the anchor of a heading. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll('.', '');
}

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Field {
  readonly path: string;
  readonly type: string;
  readonly words: string;
}

function fieldsOf(schema: Schema, prefix: string): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix + name + (schema.required?.includes(name) ? '' : '?');
    const inner = field.items ?? field;
    const below = field.type === 'array' ? `${prefix}${name}[].` : `${prefix}${name}.`;
    const own = { path, type: typeOf(field), words: field.description ?? '' };
    return [own, ...fieldsOf(inner, below)];
  });
}

function typeOf(schema: Schema): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.enum !== undefined) return schema.enum.map((one) => `\`${one}\``).join(', ');
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  const id = /^\^([a-z]{3})_\[/.exec(schema.pattern ?? '')?.[1];
  if (id !== undefined) return `id \`${id}_…\``;
  return schema.format ?? schema.type ?? 'anything';
}
