// A location with what is open there.

import type { Location, SummarizeWorkAnswer } from '@doorstep/sdk';

export interface PlaceOfWork extends Location {
  readonly work: SummarizeWorkAnswer['locations'][number];
  readonly open: number;
}
