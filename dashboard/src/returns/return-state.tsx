// The state of a return, in a color that says whether somebody has to do something.

import { useSay } from '../language/say.ts';
import { returnMessages } from './messages.ts';
import { stateOf } from './return-filter.ts';
import classes from './returns.module.css';

type Stated = Parameters<typeof stateOf>[0];

const TONES = {
  pending: 'waits',
  requested: 'moves',
  'partially-received': 'moves',
  received: 'done',
  declined: 'rests',
  canceled: 'rests',
} as const;

export function ReturnState({ of }: { readonly of: Stated }) {
  const say = useSay(returnMessages);
  const state = stateOf(of);
  return (
    <span className={classes['badge']} data-tone={TONES[state]} data-testid="state">
      {say(state)}
    </span>
  );
}
