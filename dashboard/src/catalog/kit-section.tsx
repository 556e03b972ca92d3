// What a kit is made of, and how many can be built: of what lies together, for a kit ships as one.

import type { Sku, StockLevel } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { buildable, type Part } from './buildable.ts';
import { catalogMessages } from './messages.ts';
import { pathOfSku } from './path-of-sku.ts';

const PLACES_SHOWN = 4;

export function KitSection({ sku }: { readonly sku: Sku }) {
  const say = useSay(catalogMessages);
  const formats = useFormats();
  const { api, can } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['catalog', 'parts', sku.id, sku.version],
    enabled: can('stock:read'),
    queryFn: async ({ signal }) => {
      const levels = await Promise.all(
        sku.components.map(({ skuId }) =>
          api.listStockLevels({ sku: skuId, limit: 200 }, { signal }),
        ),
      );
      return levels.map(({ items }) => items);
    },
  });
  const parts = sku.components.map((component, index) => ({
    ...component,
    levels: data?.[index] ?? [],
  }));
  const built = data === undefined ? undefined : buildable(parts);
  return (
    <Section title={say('components')}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      <Parts parts={parts} isKnown={data !== undefined} />
      <div className={classes['foot']} data-testid="buildable">
        <strong>{built !== undefined && say('canBeBuilt', { count: built.total })}</strong>
        <div className={classes['soft']}>
          {built?.places
            .slice(0, PLACES_SHOWN)
            .map(({ location, count }) =>
              say('builtAt', { count: formats.number(count), location }),
            )
            .join(', ')}
        </div>
        {built?.scarcest != null && (
          <div className={classes['soft']}>{say('scarcest', { sku: built.scarcest })}</div>
        )}
      </div>
    </Section>
  );
}

interface PartsProps {
  readonly parts: readonly (Part & { readonly levels: readonly StockLevel[] })[];
  readonly isKnown: boolean;
}

function Parts({ parts, isKnown }: PartsProps) {
  const say = useSay(catalogMessages);
  const formats = useFormats();
  return (
    <table className={classes['table']} data-testid="components">
      <thead>
        <tr>
          <th>{say('component')}</th>
          <th data-end>{say('perKit')}</th>
          <th data-end>{say('availableUnits')}</th>
          <th data-end>{say('enoughFor')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ sku, quantity, levels }) => {
          const available = levels.reduce((sum, level) => sum + Math.max(0, level.available), 0);
          return (
            <tr key={sku}>
              <td>
                <Link to={pathOfSku(sku)} translate="no">
                  {sku}
                </Link>
              </td>
              <td data-end>{formats.number(quantity)}</td>
              <td data-end>{isKnown ? formats.number(available) : '…'}</td>
              <td data-end>{isKnown ? formats.number(Math.floor(available / quantity)) : '…'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
