// What the parts of a topic are told.

import type { ReportQuery } from './report-query.ts';
import type { Topic } from './topics.ts';

export interface FlowTopicProps {
  readonly topic: Exclude<Topic, 'stages'>;
  readonly query: ReportQuery;
  readonly currency: string;
  readonly timeZone: string;
}
