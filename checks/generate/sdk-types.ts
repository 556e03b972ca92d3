// The types of the SDK, from the JSON Schemas of the contract.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { namedSchemas } from '../../contract/openapi-schemas.ts';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
}

export const GENERATED = '// Made by "npm run generate": do not edit.';

/** The named schemas, and a function that gives any schema of the contract with their names. */
export function sdkSchemas(): {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly refer: (schema: object) => Schema;
} {
  const { schemas, refer } = namedSchemas();
  return {
    schemas: schemas as unknown as Record<string, Schema>,
    refer: (schema) => refer(schema as Parameters<typeof refer>[0]) as Schema,
  };
}

export function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map((one) => JSON.stringify(one)));
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return union(choice.map(typeOf));
  if (schema.allOf !== undefined) return schema.allOf.map((one) => `(${typeOf(one)})`).join(' & ');
  if (Array.isArray(schema.type))
    return union(schema.type.map((type: string) => typeOf({ ...schema, type })));
  if (schema.type === 'array') return `readonly (${typeOf(schema.items ?? {})})[]`;
  if (schema.type === 'object') return objectType(schema);
  if (schema.type === 'integer') return 'number';
  return typeof schema.type === 'string' ? schema.type : 'unknown';
}

/** The members of an object type, each with what is said about it. */
export function membersOf({ properties = {}, required = [] }: Schema): string {
  return Object.entries(properties)
    .map(([name, field]) => {
      const mark = required.includes(name) ? '' : '?';
      return `${documented(wordsOf(field))}readonly ${keyOf(name)}${mark}: ${typeOf(field)};`;
    })
    .join('\n');
}

/** A comment above what follows; none when there is nothing to say. */
export function documented(words: string): string {
  if (words === '') return '';
  const lines = words.replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `\n/** ${lines[0]} */\n`;
  return `\n/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

/** The named types that a text of types refers to, as an import. */
export function importOf(text: string, names: readonly string[], from: string): string {
  // What only a comment names is not used.
  const code = text.replaceAll(/\/\*\*.*?\*\//gs, '');
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code)).sort();
  return used.length === 0 ? '' : `import type { ${used.join(', ')} } from '${from}';\n`;
}

export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

export function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** As all our sources are formatted. */
export function formatted(path: string, text: string): string {
  const root = join(import.meta.dirname, '../..');
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${path}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`biome cannot format ${path}: ${stderr}`);
  return stdout;
}

function objectType(schema: Schema): string {
  const others = [
    ...Object.values(schema.patternProperties ?? {}),
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
  ];
  const isEmpty = Object.keys(schema.properties ?? {}).length === 0;
  if (isEmpty && others.length === 0) {
    return schema.additionalProperties === false
      ? 'Readonly<Record<string, never>>'
      : 'Readonly<Record<string, unknown>>';
  }
  const record = `Readonly<Record<string, ${union(others.map(typeOf))}>>`;
  if (isEmpty) return record;
  const known = `{\n${membersOf(schema)}\n}`;
  return others.length === 0 ? known : `${known} & ${record}`;
}

function union(types: readonly string[]): string {
  const distinct = [...new Set(types)];
  return distinct.length === 1 ? String(distinct[0]) : `(${distinct.join(' | ')})`;
}

function wordsOf({ description, default: usual, anyOf }: Schema): string {
  const words = description ?? anyOf?.find((one) => one.description)?.description ?? '';
  if (usual === undefined) return words;
  return `${words}${words === '' ? 'Default' : '; default'} ${JSON.stringify(usual)}`;
}
