// Which channels a location serves, as which choice, and what it keeps back from them.

import type { Location } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { locationMessages } from './messages.ts';

export function ServedSection({ place }: { readonly place: Location }) {
  const say = useSay(locationMessages);
  const formats = useFormats();
  const served = [...place.channels].sort((a, b) => a.priority - b.priority);
  return (
    <Section title={say('channels')}>
      {served.length === 0 ? (
        <p className={classes['soft']}>{say('noChannels')}</p>
      ) : (
        <table className={classes['table']} data-testid="served">
          <thead>
            <tr>
              <th>{say('channel')}</th>
              <th>{say('priority')}</th>
              <th data-end>{say('buffer')}</th>
            </tr>
          </thead>
          <tbody>
            {served.map(({ channel, priority, bufferUnits }) => (
              <tr key={channel}>
                <td translate="no">{channel}</td>
                <td>{say('choice', { rank: priority })}</td>
                <td data-end>{formats.number(bufferUnits)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
