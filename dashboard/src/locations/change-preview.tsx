// What the form would change, before it is saved.

import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { servedChange, type Times, timesOf } from './foreseen.ts';
import type { LocationDraft } from './location-draft.ts';
import { locationMessages } from './messages.ts';

export interface ChangePreviewProps {
  readonly before: LocationDraft;
  readonly draft: LocationDraft;
  readonly now: Date;
}

export function ChangePreview({ before, draft, now }: ChangePreviewProps) {
  const say = useSay(locationMessages);
  const sayTime = useSayTime(draft.timeZone);
  const [old, fresh] = [timesOf(before, now), timesOf(draft, now)];
  const { lost, won } = servedChange(before, draft);
  const differ = (name: keyof Times): boolean =>
    sayTime(old?.[name] ?? null) !== sayTime(fresh?.[name] ?? null);
  const changes =
    fresh === null
      ? [say('badZone', { zone: draft.timeZone })]
      : [
          ...(['nextCutOff', 'shipsBy'] as const).filter(differ).map((name) =>
            say('fromTo', {
              what: say(name),
              from: sayTime(old?.[name] ?? null),
              to: sayTime(fresh[name]),
            }),
          ),
          ...lost.map((channel) => say('noLongerServes', { channel })),
          ...won.map((channel) => say('nowServes', { channel })),
        ];
  return (
    <div className={classes['preview']} data-testid="preview" aria-live="polite">
      <strong>{say('preview')}</strong>
      {changes.length === 0 ? (
        <p className={classes['soft']}>{say('unchanged')}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** On the clock of the location. */
export function useSayTime(timeZone: string): (at: Date | null) => string {
  const say = useSay(locationMessages);
  const formats = useFormats();
  return (at) => (at === null ? say('closedForLong') : formats.timeIn(at, timeZone));
}
