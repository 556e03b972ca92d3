// How a cell of a column that stays in sight is told so.

import type { CSSProperties } from 'react';
import type { ShownColumn } from './columns.ts';

export function pinnedAt<Row>({ inset }: ShownColumn<Row>): {
  readonly 'data-pinned'?: true;
  readonly style?: CSSProperties;
} {
  if (inset === null) return {};
  return { 'data-pinned': true, style: { insetInlineStart: `calc(var(--choice) + ${inset}px)` } };
}
