// What the bench of reports found.

export interface ReportFigures {
  readonly family: string;
  readonly name: string;
  /** At the server, in milliseconds. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** p50 with a tenth of the orders. */
  readonly fewerMs: number;
  /** The same sums from the lines, once; null where they tell no such sum. */
  readonly scanMs: number | null;
}

export interface ReportsResult {
  readonly orders: number;
  readonly fillSeconds: number;
  readonly reports: readonly ReportFigures[];
  readonly slow: number;
}
