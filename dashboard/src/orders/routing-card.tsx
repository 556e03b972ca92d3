// Why these locations: the newest decision in words, and every candidate with its reason.

import type { ExplainRoutingAnswer } from '@doorstep/sdk';
import { Text } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import { OrderSection } from './order-section.tsx';

type Decision = ExplainRoutingAnswer['decisions'][number];
type Candidate = Decision['candidates'][number];

const REASONS = {
  chosen: 'chosen',
  'ranked-lower': 'rankedLower',
  'too-little-stock': 'tooLittle',
  'no-stock': 'noStock',
  inactive: 'inactive',
  'channel-not-served': 'notServed',
  'was-short': 'wasShort',
} as const;

export interface RoutingCardProps {
  readonly routing: ExplainRoutingAnswer;
  readonly currency: string;
}

export function RoutingCard({ routing, currency }: RoutingCardProps) {
  const say = useSay(orderDetailMessages);
  const decision = routing.decisions.at(-1);
  return (
    <OrderSection title={say('routing')}>
      {decision === undefined ? (
        <Text c="dimmed" size="sm">
          {say('noRouting')}
        </Text>
      ) : (
        <>
          <InWords decision={decision} />
          <Candidates decision={decision} currency={currency} />
        </>
      )}
    </OrderSection>
  );
}

function InWords({ decision }: { readonly decision: Decision }) {
  const say = useSay(orderDetailMessages);
  const runnerUp = decision.candidates.find(({ outcome }) => outcome === 'ranked-lower');
  const missing = decision.demands.filter((demand) => demand.missing > 0);
  const picks = Map.groupBy(decision.picks, ({ location }) => location);
  const inUnits = (rows: readonly { readonly sku: string; readonly quantity: number }[]) =>
    rows.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ');
  return (
    <Text mb="xs" size="sm">
      {[...picks]
        .map(([location, rows]) => say('chosenWords', { location, units: inUnits(rows) }))
        .join(' ')}{' '}
      {runnerUp === undefined
        ? say('nobodyElse')
        : say('runnerUp', { location: runnerUp.location })}
      {missing.length > 0 &&
        ` ${say('missing', { units: missing.map((one) => `${one.missing} × ${one.sku}`).join(', ') })}`}
    </Text>
  );
}

interface CandidatesProps {
  readonly decision: Decision;
  readonly currency: string;
}

function Candidates({ decision, currency }: CandidatesProps) {
  const say = useSay(orderDetailMessages);
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{say('location')}</th>
          <th scope="col" data-start>
            {say('reason')}
          </th>
          <th scope="col">{say('handling')}</th>
          <th scope="col">{say('distance')}</th>
        </tr>
      </thead>
      <tbody>
        {decision.candidates.map((candidate) => (
          <CandidateRow key={candidate.location} candidate={candidate} currency={currency} />
        ))}
        {decision.othersCount > 0 && (
          <tr>
            <td colSpan={4} className={classes['soft']}>
              {say('others', { count: decision.othersCount })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface CandidateRowProps {
  readonly candidate: Candidate;
  readonly currency: string;
}

function CandidateRow({ candidate, currency }: CandidateRowProps) {
  const say = useSay(orderDetailMessages);
  const formats = useFormats();
  const { location, outcome, handlingCostMinor, distanceKm } = candidate;
  const isChosen = outcome === 'chosen';
  return (
    <tr data-testid="candidate">
      <td translate="no">{isChosen ? <strong>{location}</strong> : location}</td>
      <td data-start className={isChosen ? undefined : classes['soft']}>
        {say(REASONS[outcome])}
      </td>
      <td>{handlingCostMinor === null ? '' : formats.money(handlingCostMinor, currency)}</td>
      <td>{distanceKm === null ? '' : say('kilometers', { km: distanceKm })}</td>
    </tr>
  );
}
