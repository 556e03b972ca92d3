// The period, what it is compared with, and the one filter there is.

import { Button } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { Choice } from './choice.tsx';
import { reportMessages } from './messages.ts';
import { COMPARISONS, PRESETS } from './period.ts';
import { NO_FILTER, type ReportQuery } from './report-query.ts';
import classes from './reports.module.css';

export interface ReportToolsProps {
  readonly query: ReportQuery;
  readonly currencies: readonly string[];
  readonly currency: string;
}

export function ReportTools({ query, currencies, currency }: ReportToolsProps) {
  const say = useSay(reportMessages);
  const { period, preset, comparison, filter, change } = query;
  return (
    <div className={classes['tools']}>
      <Choice
        label={say('period')}
        value={preset}
        options={[
          ...(preset === '' ? [{ value: '', label: say('ownDays') }] : []),
          ...PRESETS.map((value) => ({ value, label: say(`last-${value}`) })),
        ]}
        onChange={(days) => change({ days, from: null, to: null })}
      />
      {(['from', 'to'] as const).map((end) => (
        <input
          key={`${end} ${period[end]}`}
          type="date"
          aria-label={say(end)}
          className={classes['choice']}
          defaultValue={period[end]}
          onBlur={({ currentTarget: { value } }) => {
            if (value !== '' && value !== period[end]) change({ ...period, [end]: value });
          }}
        />
      ))}
      <Choice
        label={say('compare')}
        value={comparison}
        options={COMPARISONS.map((value) => ({ value, label: say(`compare-${value}`) }))}
        onChange={(compare) => change({ compare })}
      />
      {currencies.length > 0 && (
        <Choice
          label={say('currency')}
          value={currency}
          options={[currency, ...currencies].map((value) => ({
            value,
            label: value,
            isData: true,
          }))}
          onChange={(value) => change({ currency: value })}
        />
      )}
      {filter !== null && (
        <Button
          size="compact-sm"
          variant="light"
          data-testid="filter"
          onClick={() => change(NO_FILTER)}
        >
          {say(filter.dimension)}: <span translate="no">&nbsp;{filter.member}</span>
          <span aria-hidden>&nbsp;×</span>
        </Button>
      )}
    </div>
  );
}
