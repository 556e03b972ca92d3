// Why the rules find an order risky: each reason as a sentence, with the points it adds.

import type { GetOrderRiskAnswer } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';

type Reason = GetOrderRiskAnswer['reasons'][number];
type Level = GetOrderRiskAnswer['signals'][number]['level'];

export function RiskReasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const say = useSay(reviewMessages);
  const words = useReasonWords();
  if (reasons.length === 0) return <p className={classes['soft']}>{say('noReasons')}</p>;
  return (
    <ul className={classes['reasons']}>
      {reasons.map((reason) => (
        <li key={`${reason.kind} ${JSON.stringify(reason.facts)}`} data-testid="reason">
          <span>{words(reason)}</span>
          <span className={classes['points']}>{say('points', { score: reason.score })}</span>
        </li>
      ))}
    </ul>
  );
}

const VELOCITY = {
  buyer: 'velocityBuyer',
  email: 'velocityEmail',
  address: 'velocityAddress',
} as const;

function useReasonWords(): (reason: Reason) => string {
  const say = useSay(reviewMessages);
  const formats = useFormats();
  const told = useToldWords();
  return ({ kind, facts }) => {
    const number = (name: string) => Number(facts[name] ?? 0);
    switch (kind) {
      case 'velocity':
        return say(VELOCITY[facts['by'] as keyof typeof VELOCITY], {
          orders: number('orders'),
          ordersMax: number('ordersMax'),
          minutes: number('withinMinutes'),
        });
      case 'address-mismatch':
        return say(facts['field'] === 'country' ? 'mismatchCountry' : 'mismatchPostalCode');
      case 'first-order-over': {
        const currency = String(facts['currency']);
        return say('firstOrder', {
          total: formats.money(number('totalMinor'), currency),
          amount: formats.money(number('amountMinor'), currency),
        });
      }
      case 'provider-level':
        return told({
          source: String(facts['source']),
          level: facts['level'] as Level,
          score: facts['score'] === undefined ? null : number('score'),
        });
    }
  };
}

/** What a provider or a service says, in a few words. */
export function useToldWords(): (
  told: Pick<GetOrderRiskAnswer['signals'][number], 'source' | 'level' | 'score'>,
) => string {
  const say = useSay(reviewMessages);
  return ({ source, level, score }) =>
    score === null
      ? say('told', { source, level: say(level) })
      : say('toldScore', { source, level: say(level), score });
}
