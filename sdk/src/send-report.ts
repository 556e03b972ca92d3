// Sends a report file of a payment provider, in one piece however long: the server reads it as it comes.

import { outgoingOf } from './call.ts';
import { OPERATIONS } from './generated/operations.ts';
import type { ReceivedReport } from './generated/schemas.ts';
import type { RequestOptions } from './operation.ts';
import { type Connection, send } from './send.ts';

export interface ReportInput {
  /** The account that the report is of: `pcn_…`. */
  readonly connection: string;
  readonly fileName: string;
  /** The period that it is complete for; without it, nothing is held to be missing in it. */
  readonly from?: string;
  readonly to?: string;
}

export type SendReportOptions = Omit<RequestOptions, 'idempotencyKey'>;

export function sendReport(
  connection: Connection,
  file: Blob | Uint8Array<ArrayBuffer>,
  input: ReportInput,
  options: SendReportOptions = {},
): Promise<ReceivedReport> {
  const outgoing = outgoingOf(OPERATIONS.sendProviderReport, { ...input });
  const headers = { ...outgoing.headers, 'content-type': 'text/csv' };
  // Sent twice it changes nothing: what was read is known by its names.
  const whole = { ...outgoing, headers, body: file, mayRepeat: true };
  return send(
    connection,
    whole,
    options,
    async (answer) => (await answer.json()) as ReceivedReport,
  );
}
