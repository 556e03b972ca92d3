// The numbers of a topic.

import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Figure } from './figures.tsx';
import { reportMessages } from './messages.ts';
import classes from './reports.module.css';
import { RowsLink, type RowsOf } from './rows-link.tsx';
import type { FlowTopicProps } from './topic-props.ts';
import { FLOW_TOPICS, kindOf } from './topics.ts';
import { type Flow, useFlow } from './use-flow.ts';

const NONE = { times: 0, units: 0, amountMinor: 0 };

export function FlowFigures({ topic, query, currency, timeZone }: FlowTopicProps) {
  const say = useSay(reportMessages);
  const formats = useFormats();
  const { outOf, money } = FLOW_TOPICS[topic];
  const kind = kindOf(topic, query.filter?.dimension ?? '');
  const all = useBoth(kind, query);
  const paid = useBoth(money, query);
  const whole = useBoth(outOf ?? kind, query);
  const { filter, period } = query;
  const of: RowsOf = { kind, period, timeZone, currency, filter };
  const isSale = topic === 'sales';
  const rate = (sum: Flow['totals'], outOfThese: Flow['totals']): number =>
    outOfThese.units === 0 ? 0 : sum.units / outOfThese.units;
  const average = ({ amountMinor, times }: Flow['totals']): number =>
    times === 0 ? 0 : Math.round(amountMinor / times);
  return (
    <dl className={classes['figures']}>
      <Figure
        name={say(`amount-${topic}`)}
        value={paid.now.amountMinor}
        before={paid.before?.amountMinor ?? null}
        isBad={!isSale}
      >
        <RowsLink of={{ ...of, kind: topic === 'returns' ? money : kind }}>
          {formats.money(paid.now.amountMinor, currency)}
        </RowsLink>
      </Figure>
      <Figure
        name={say(`times-${topic}`)}
        value={all.now.times}
        before={all.before?.times ?? null}
        isBad={!isSale}
      >
        <RowsLink of={of}>{formats.number(all.now.times)}</RowsLink>
      </Figure>
      <Figure
        name={say('units')}
        value={all.now.units}
        before={all.before?.units ?? null}
        isBad={!isSale}
      >
        <RowsLink of={of}>{formats.number(all.now.units)}</RowsLink>
      </Figure>
      {isSale ? (
        <Figure
          name={say('average')}
          value={average(all.now)}
          before={all.before === null ? null : average(all.before)}
        >
          {formats.money(average(all.now), currency)}
        </Figure>
      ) : (
        <Figure
          name={say(`rate-${topic}`)}
          value={rate(all.now, whole.now)}
          before={
            all.before === null || whole.before === null ? null : rate(all.before, whole.before)
          }
          isBad
        >
          {formats.percent(rate(all.now, whole.now))}
        </Figure>
      )}
    </dl>
  );
}

function useBoth(kind: FlowKindOf, query: FlowTopicProps['query']) {
  const now = useFlow(kind, 'reason', query, query.period).data?.totals ?? NONE;
  const before = useFlow(kind, 'reason', query, query.compared).data?.totals ?? null;
  return { now, before: query.compared === null ? null : before };
}

type FlowKindOf = Parameters<typeof useFlow>[0];
