// When a location works, on its own clock, and what that means for an order now.

import { localDate } from '@doorstep/core/locations/calendar.ts';
import type { Location } from '@doorstep/sdk';
import { useNow } from '../home/use-now.ts';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Facts } from '../record/facts.tsx';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { useSayTime } from './change-preview.tsx';
import { timesOf } from './foreseen.ts';
import { draftOf } from './location-draft.ts';
import { locationMessages } from './messages.ts';

const DAYS_OFF_SHOWN = 6;

export function HoursSection({ place }: { readonly place: Location }) {
  const say = useSay(locationMessages);
  const formats = useFormats();
  const { me } = useSession();
  const now = useNow();
  const sayTime = useSayTime(place.timeZone);
  const times = timesOf(draftOf(place, me.tenant.currency), now);
  const { open, closed } = place.calendar;
  const today = localDate(now, place.timeZone);
  const ahead = closed.filter((day) => day >= today);
  return (
    <Section title={say('hours')}>
      <Facts
        facts={[
          {
            label: say('nextCutOff'),
            value: (
              <span data-testid="next-cut-off">
                {sayTime(times?.nextCutOff ?? null)}
                {times?.nextCutOff != null && ` · ${formats.relative(times.nextCutOff, now)}`}
              </span>
            ),
          },
          { label: say('shipsBy'), value: sayTime(times?.shipsBy ?? null) },
          { label: say('openDays'), value: open.map((day) => say(day)).join(', ') || say('never') },
          { label: say('cutOff'), value: place.cutOff ?? say('endOfDay') },
          { label: say('handling'), value: say('handlingTime', { days: place.handlingDays }) },
          {
            label: say('timeZone'),
            value: (
              <>
                <span translate="no">{place.timeZone}</span> ·{' '}
                {say('here', { time: formats.timeIn(now, place.timeZone) })}
              </>
            ),
          },
          {
            label: say('nextDaysOff'),
            value:
              ahead.length === 0
                ? say('noDaysOff')
                : ahead
                    .slice(0, DAYS_OFF_SHOWN)
                    .map((day) => formats.day(`${day}T12:00:00Z`))
                    .join(', '),
          },
        ]}
      />
    </Section>
  );
}
