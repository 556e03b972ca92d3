// Sales, cancellations or returns: the numbers, their course, and what they are made of.

import { FlowFigures } from './flow-figures.tsx';
import { FlowSeries } from './flow-series.tsx';
import { FlowSplit } from './flow-split.tsx';
import type { FlowTopicProps } from './topic-props.ts';

export function FlowTopic(props: FlowTopicProps) {
  return (
    <>
      <FlowFigures {...props} />
      <FlowSeries {...props} />
      <FlowSplit {...props} />
    </>
  );
}
