// How long the whole way took by location, channel or country.

import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Choice } from './choice.tsx';
import { useDurationWords } from './duration-words.ts';
import { reportMessages } from './messages.ts';
import { filterBy, type ReportQuery } from './report-query.ts';
import { ReportSection } from './report-section.tsx';
import classes from './reports.module.css';
import { StageLink } from './stage-link.tsx';
import { type StageRow, useStages } from './use-stages.ts';

const SPLITS = ['location', 'channel', 'country'] as const;
const STAGES = ['shipped', 'whole'] as const;
export function StageSplit({ query }: { readonly query: ReportQuery }) {
  const say = useSay(reportMessages);
  const [stage, setStage] = useState<(typeof STAGES)[number]>('whole');
  const by = SPLITS.find((split) => split === query.by) ?? 'location';
  const rows = useStages(query, by, query.period, stage).data?.rows ?? [];
  const parts = { query, rows, by, stage };
  return (
    <ReportSection
      title={say('madeOf')}
      file={`stage-${stage}-by-${by}`}
      rows={() => [
        [by, 'reached', 'medianSeconds', 'p90Seconds'],
        ...rows.map((row) => [row.key ?? '', row.reached, row.medianSeconds, row.p90Seconds]),
      ]}
      beside={
        <>
          <Choice
            label={say('stage')}
            value={stage}
            options={STAGES.map((value) => ({ value, label: say(value) }))}
            onChange={(value) => setStage(STAGES.find((one) => one === value) ?? 'whole')}
          />
          <Choice
            label={say('splitBy')}
            value={by}
            options={SPLITS.map((value) => ({ value, label: say(value) }))}
            onChange={(value) => query.change({ by: value })}
          />
        </>
      }
      chart={<Bars {...parts} />}
      table={<SplitTable {...parts} />}
    />
  );
}

interface PartsProps {
  readonly query: ReportQuery;
  readonly rows: readonly StageRow[];
  readonly by: (typeof SPLITS)[number];
  readonly stage: (typeof STAGES)[number];
}

function Bars({ query, rows, by, stage }: PartsProps) {
  const durationWords = useDurationWords();
  const most = Math.max(1, ...rows.map(({ p90Seconds }) => p90Seconds));
  return (
    <ul className={classes['bars']}>
      {rows.map((row) => (
        <li key={row.key}>
          <button
            type="button"
            translate="no"
            className={`${classes['barName']} ${classes['narrow']}`}
            onClick={() => query.change(filterBy(by, row.key ?? ''))}
          >
            {row.key}
          </button>
          <span className={classes['barTrack']}>
            <span
              className={classes['barTail']}
              style={{ width: `${(row.p90Seconds / most) * 100}%` }}
            />
            <span
              className={classes['barFill']}
              style={{ width: `${(row.medianSeconds / most) * 100}%` }}
            />
          </span>
          <span className={classes['barValue']}>
            <StageLink stage={stage} query={query} filter={{ [by]: row.key ?? '' }}>
              {durationWords(row.medianSeconds)}
            </StageLink>
          </span>
        </li>
      ))}
    </ul>
  );
}

function SplitTable({ rows, by }: PartsProps) {
  const say = useSay(reportMessages);
  const formats = useFormats();
  const durationWords = useDurationWords();
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{say(by)}</th>
          <th scope="col" data-end>
            {say('reached')}
          </th>
          <th scope="col" data-end>
            {say('medianSeconds')}
          </th>
          <th scope="col" data-end>
            {say('p90Seconds')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" translate="no">
              {row.key}
            </th>
            <td data-end>{formats.number(row.reached)}</td>
            <td data-end>{durationWords(row.medianSeconds)}</td>
            <td data-end>{durationWords(row.p90Seconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
