// The cut-off that the location works towards, counting down.

import type { GetFulfillmentBoardAnswer } from '@doorstep/sdk';
import { useNow } from '../home/use-now.ts';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './board.module.css';
import { boardMessages } from './messages.ts';

/** So near people look up. */
const SOON_MS = 2 * 3_600_000;

export function CutOff({ board }: { readonly board: GetFulfillmentBoardAnswer | undefined }) {
  const say = useSay(boardMessages);
  const formats = useFormats();
  const now = useNow();
  if (board === undefined) return null;
  const { cutOffAt } = board;
  if (cutOffAt === null) return <span className={classes['soft']}>{say('noCutOff')}</span>;
  const isSoon = Date.parse(cutOffAt) - now.getTime() < SOON_MS;
  return (
    <time
      dateTime={cutOffAt}
      title={formats.fullTime(cutOffAt)}
      className={classes['cutOff']}
      data-soon={isSoon || undefined}
      data-testid="cut-off"
    >
      {say('cutOff', { when: formats.relative(cutOffAt, now), time: formats.hour(cutOffAt) })}
    </time>
  );
}
