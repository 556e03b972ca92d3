// All that makes an export: what, narrowed by what, with which columns, in which form.

import type { Doorstep } from '@doorstep/sdk';
import { startOfDay, startOfNextDay } from '../orders/moment-field.ts';
import { EXPORTS, type ExportName, type FilterName } from './export-choices.ts';

const FORMATS = ['csv', 'xlsx', 'ndjson'] as const;
type Format = (typeof FORMATS)[number];

export interface ExportRecipe {
  readonly name: ExportName;
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  readonly columns: readonly string[];
  readonly format: Format;
}

export function recipeOf(
  name: ExportName,
  columns: readonly { readonly name: string }[],
  parameters: URLSearchParams,
): ExportRecipe {
  const { filters, columns: usual } = EXPORTS[name];
  const there = new Set(columns.map((column) => column.name));
  const asked = (parameters.get('columns') ?? '').split(',').filter((column) => there.has(column));
  const set = (Object.keys(filters) as FilterName[]).flatMap((filter) => {
    const value = parameters.get(filter);
    return value === null || value === '' ? [] : [[filter, value] as const];
  });
  return {
    name,
    filters: Object.fromEntries(set),
    columns: asked.length > 0 ? asked : usual,
    format: FORMATS.find((format) => format === parameters.get('format')) ?? 'csv',
  };
}

interface RequestOptions {
  /** Whose days the filters mean. */
  readonly timeZone: string;
  readonly signal: AbortSignal;
}

/** The file, as it comes. */
export function requestExport(
  api: Doorstep,
  { name, filters, columns, format }: ExportRecipe,
  { timeZone, signal }: RequestOptions,
): Promise<Response> {
  const { operation, filters: names } = EXPORTS[name];
  const input: Record<string, string> = { format };
  // The outermost fields of NDJSON are others: what it has, it has whole.
  if (format !== 'ndjson') input['columns'] = columns.join(',');
  for (const [filter, value] of Object.entries(filters) as [FilterName, string][])
    input[(names as Readonly<Record<string, string>>)[filter] ?? filter] =
      dayOf(filter, value, timeZone) ?? value;
  return (api[operation] as unknown as Call)(input, { signal });
}

type Call = (input: object, options: { readonly signal: AbortSignal }) => Promise<Response>;

/** Days are those of whoever asks; the last one counts as well. Null for what is no day. */
function dayOf(filter: FilterName, value: string, timeZone: string): string | null {
  if (filter === 'from') return startOfDay(value, timeZone);
  return filter === 'to' ? startOfNextDay(value, timeZone) : null;
}

export function fileNameOf({ name, format }: ExportRecipe): string {
  return `${name}.${format}`;
}
