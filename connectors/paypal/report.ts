// The files of PayPal: which of its reports one is, the first row with columns tells.

import type { ReportReader } from '@doorstep/core/payments/statement.ts';
import { activityReport } from './activity-report.ts';
import { settlementReport } from './settlement-report.ts';

export function paypalReport(): ReportReader {
  const readers = [settlementReport(), activityReport()];
  const known = (): ReportReader | undefined => readers.find((reader) => reader.isKnown());
  return {
    isKnown: () => known() !== undefined,
    take(cells) {
      const reader = known();
      if (reader !== undefined) return reader.take(cells);
      for (const one of readers) one.take(cells);
      return null;
    },
  };
}
