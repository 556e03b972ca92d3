// sdk/src/generated/schemas.ts: the schemas that have a name, as types; and the codes of errors.
import { ERRORS } from '../../contract/errors.ts';
import {
  documented,
  formatted,
  GENERATED,
  membersOf,
  type Schema,
  sdkSchemas,
  typeOf,
} from './sdk-types.ts';

/** Its data is bound to its type in events.ts. */
export const NAMED_ELSEWHERE = 'LogEvent';

export function sdkSchemasText(): string {
  const { schemas } = sdkSchemas();
  const types = Object.entries(schemas)
    .filter(([name]) => name !== NAMED_ELSEWHERE)
    .map(([name, schema]) => declared(name, schema));
  const codes = Object.keys(ERRORS).map((code) => `  | '${code}'`);
  const text = `${GENERATED}
// What requests and answers are made of, and the codes of errors.

${types.join('\n\n')}

/** Why the server said no; docs/errors.md says what to do about each. */
export type ErrorCode =
${codes.join('\n')};
`;
  return formatted('sdk/src/generated/schemas.ts', text);
}

/** An interface where it can be one: editors show its name, not what it is made of. */
export function declared(name: string, schema: Schema): string {
  const type = typeOf(schema);
  const words = documented(schema.description ?? '');
  const isPlain = type.startsWith('{') && !type.includes('} & Readonly<Record<');
  if (isPlain) return `${words}export interface ${name} {\n${membersOf(schema)}\n}`;
  return `${words}export type ${name} = ${type};`;
}
