// What a location can do, and what it costs.

import type { Location } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Facts } from '../record/facts.tsx';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { locationMessages } from './messages.ts';

export function LimitsSection({ place }: { readonly place: Location }) {
  const say = useSay(locationMessages);
  const formats = useFormats();
  const { me } = useSession();
  const { capacityOrdersPerDay: capacity } = place;
  return (
    <Section title={say('limits')}>
      <Facts
        facts={[
          { label: say('kind'), value: say(place.kind) },
          {
            label: say('capacity'),
            value: capacity === null ? say('unlimited') : formats.number(capacity),
          },
          {
            label: say('handlingCost'),
            value: formats.money(place.handlingCostMinor, me.tenant.currency),
          },
          { label: say('safetyStock'), value: formats.number(place.safetyStock) },
        ]}
      />
    </Section>
  );
}
