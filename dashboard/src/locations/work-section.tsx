// What is open at a location; each number opens its list.

import type { Location } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Figures } from '../record/figures.tsx';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { locationMessages } from './messages.ts';

const STAGES = { toPick: 'to-pick', toPack: 'to-pack', toShip: 'to-ship' } as const;

export function WorkSection({ place }: { readonly place: Location }) {
  const say = useSay(locationMessages);
  const formats = useFormats();
  const { api } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['locations', 'work'],
    queryFn: ({ signal }) => api.summarizeWork({}, { signal }),
  });
  const work = data?.locations.find(({ location }) => location === place.code);
  const at = (queue: string, more = ''): string =>
    `/queues/${queue}?location=${encodeURIComponent(place.code)}${more}`;
  const figures = [
    ...(['toPick', 'toPack', 'toShip'] as const).map((stage) => ({
      stage,
      to: at(STAGES[stage]),
      count: work?.[stage] ?? 0,
    })),
    { stage: 'overdue' as const, to: at('due', '&when=overdue'), count: work?.overdue ?? 0 },
  ];
  return (
    <Section title={say('work')}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      <Figures
        figures={figures.map(({ stage, to, count }) => ({
          label: say(stage),
          value: <Link to={to}>{data === undefined ? '…' : formats.number(count)}</Link>,
        }))}
      />
    </Section>
  );
}
