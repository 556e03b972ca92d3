// The review of an order: whether it is looked at yet, and what became of it.

import type { RiskAssessment } from './risk-assessment.ts';

/**
 * `waiting`: not assessed since it was captured, or since something new was told of it. `clear`: not
 * enough against it. `review`: a person decides. `approved`, `declined`: a person did.
 */
export const REVIEW_STATES = ['waiting', 'clear', 'review', 'approved', 'declined'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** The handle of the hold that stands as long as a person has to decide. */
export const REVIEW_HOLD = 'risk-review';

/**
 * What follows from an assessment. What a person said of an order stands until more is against it
 * than they knew of.
 *
 * @param approvedScore what a person approved it with; null: none did
 */
export function stateAfter(
  before: ReviewState,
  approvedScore: number | null,
  { score, needsReview }: RiskAssessment,
): ReviewState {
  if (before === 'declined') return 'declined';
  if (before === 'review') return 'review';
  if (approvedScore !== null && score <= approvedScore) return 'approved';
  return needsReview ? 'review' : 'clear';
}

/** Nothing of the order is released before: neither while nobody has looked, nor while it is open. */
export function isReleasable(state: ReviewState): boolean {
  return state === 'clear' || state === 'approved';
}
