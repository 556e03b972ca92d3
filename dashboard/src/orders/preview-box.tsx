// Where a dialog says what will happen, or why it will not. It keeps its place while it is asked.

import type { ReactNode } from 'react';
import { useSay } from '../language/say.ts';
import { useProblemWords } from '../shell/problem.tsx';
import { actMessages } from './act-messages.ts';
import classes from './order.module.css';

export interface PreviewBoxProps {
  readonly error: unknown;
  /** What is still to be said, in place of the preview. */
  readonly hint: string | null;
  readonly children: ReactNode;
}

export function PreviewBox({ error, hint, children }: PreviewBoxProps) {
  const say = useSay(actMessages);
  const { detail } = useProblemWords(error);
  return (
    <section className={classes['preview']} aria-label={say('preview')} aria-live="polite">
      <strong>{say('preview')}</strong>
      {error !== null ? (
        <p translate="no">{detail}</p>
      ) : hint === null ? (
        children
      ) : (
        <p className={classes['soft']}>{hint}</p>
      )}
    </section>
  );
}
