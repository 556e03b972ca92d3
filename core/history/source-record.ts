// What a file of history holds, whatever its format: records, and records that cannot be read.

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export interface SourceRecord {
  /** 1, 2, 3 … */
  readonly number: number;
  /** Line of the file, from 1, where it begins; for XLSX the row of the sheet. */
  readonly line: number;
  /** CSV and XLSX: texts by column; what the row does not reach is absent. */
  readonly value: { readonly [field: string]: JsonValue };
}

export const SOURCE_PROBLEM_CODES = ['not-json', 'not-an-object'] as const;
export type SourceProblemCode = (typeof SOURCE_PROBLEM_CODES)[number];

/** A record that cannot be read; those after it can. */
export interface RecordProblem {
  readonly number: number;
  readonly line: number;
  readonly code: SourceProblemCode;
  readonly detail: string;
  readonly suggestion: string;
  /** As far as it could be read, at most `problemTextMax` characters. */
  readonly text: string;
}

export const problemTextMax = 2_000;

export const SOURCE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type SourceEncoding = (typeof SOURCE_ENCODINGS)[number];

export interface SourceFormat {
  readonly format: 'csv' | 'ndjson' | 'json' | 'xlsx';
  readonly gzip: boolean;
  readonly encoding: SourceEncoding;
  /** CSV only. */
  readonly delimiter: string | null;
  /** CSV and XLSX. */
  readonly columns: readonly string[] | null;
}

/** The format comes first, once. */
export type SourceItem = SourceRecord | RecordProblem | { readonly format: SourceFormat };

export type JsonObject = { readonly [key: string]: JsonValue };

export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
