// Where a SKU lies, in sum and by location; each leads to the inventory.

import type { Sku, StockLevel } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { catalogMessages } from './messages.ts';

const NUMBERS = ['onHand', 'reserved', 'available', 'incoming'] as const;
const TITLES = {
  onHand: 'onHand',
  reserved: 'reserved',
  available: 'availableUnits',
  incoming: 'incoming',
} as const;

export function StockSection({ sku }: { readonly sku: Sku }) {
  const say = useSay(catalogMessages);
  const { api } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['catalog', 'stock', sku.id],
    queryFn: ({ signal }) => api.listStockLevels({ sku: sku.id, limit: 200 }, { signal }),
  });
  const at = inventoryOf(sku.code);
  return (
    <Section title={say('stock')} action={<Link to={at()}>{say('inventory')}</Link>}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <p className={classes['soft']}>
          {say(sku.components.length > 0 ? 'stockOfKit' : 'noStock')}
        </p>
      )}
      {data !== undefined && data.items.length > 0 && <Levels levels={data.items} at={at} />}
    </Section>
  );
}

interface LevelsProps {
  readonly levels: readonly StockLevel[];
  readonly at: (location?: string) => string;
}

function Levels({ levels, at }: LevelsProps) {
  const say = useSay(catalogMessages);
  const formats = useFormats();
  const sorted = [...levels].sort((a, b) => b.available - a.available);
  const sum = (name: (typeof NUMBERS)[number]): number =>
    levels.reduce((total, level) => total + level[name], 0);
  return (
    <table className={classes['table']} data-testid="levels">
      <thead>
        <tr>
          <th>{say('location')}</th>
          {NUMBERS.map((name) => (
            <th key={name} data-end>
              {say(TITLES[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <strong>{say('everywhere')}</strong>
          </td>
          {NUMBERS.map((name) => (
            <td key={name} data-end>
              <strong>{formats.number(sum(name))}</strong>
            </td>
          ))}
        </tr>
        {sorted.map((level) => (
          <tr key={level.locationId}>
            <td>
              <Link to={at(level.location)} translate="no">
                {level.location}
              </Link>
            </td>
            {NUMBERS.map((name) => (
              <td key={name} data-end>
                {formats.number(level[name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inventoryOf(sku: string): (location?: string) => string {
  return (location) =>
    `/inventory?${new URLSearchParams({ search: sku, sku, ...(location === undefined ? {} : { location }) })}`;
}
