// Why a row will not map, and what would help.

export const PROBLEM_CODES = [
  'row-unreadable',
  'field-missing',
  'date-invalid',
  'amount-invalid',
  'quantity-invalid',
  'currency-invalid',
  'country-unknown',
  'total-differs',
  'lines-missing',
  'no-document',
  'text-too-long',
  'too-many-lines',
  'sold-differs',
  'refused',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  readonly code: ProblemCode;
  /** The field of the model, where it is one. */
  readonly field: string | null;
  readonly detail: string;
  readonly suggestion: string;
}

/** A problem of one row: of a document the row at fault, or its first. */
export interface RowProblem extends Problem {
  readonly row: number;
}
