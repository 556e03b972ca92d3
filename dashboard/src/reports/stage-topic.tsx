// How long work took from stage to stage, in the middle and for the slowest tenth.

import { FLOW_STAGES } from '@doorstep/core/analytics/flow.ts';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useDurationWords } from './duration-words.ts';
import { Figure } from './figures.tsx';
import { reportMessages } from './messages.ts';
import type { ReportQuery } from './report-query.ts';
import { ReportSection } from './report-section.tsx';
import classes from './reports.module.css';
import { StageLink } from './stage-link.tsx';
import { StageSeries } from './stage-series.tsx';
import { StageSplit } from './stage-split.tsx';
import { type StageRow, useStages } from './use-stages.ts';

export function StageTopic({ query }: { readonly query: ReportQuery }) {
  const say = useSay(reportMessages);
  const { data } = useStages(query, 'stage', query.period);
  const { data: before } = useStages(query, 'stage', query.compared);
  const rows = data?.rows ?? [];
  const whole = rows.find(({ stage }) => stage === 'whole');
  const earlier = before?.rows.find(({ stage }) => stage === 'whole');
  const isCompared = query.compared !== null;
  return (
    <>
      <dl className={classes['figures']}>
        {(['medianSeconds', 'p90Seconds', 'reached'] as const).map((name) => (
          <Figure
            key={name}
            name={say(`whole-${name}`)}
            value={whole?.[name] ?? 0}
            before={isCompared ? (earlier?.[name] ?? 0) : null}
            isBad={name !== 'reached'}
          >
            <StageLink stage="whole" query={query}>
              <Amount row={whole} name={name} />
            </StageLink>
          </Figure>
        ))}
      </dl>
      <ReportSection
        title={say('byStage')}
        file="stages"
        rows={() => [
          ['stage', 'reached', 'medianSeconds', 'p90Seconds'],
          ...rows.map((row) => [row.stage, row.reached, row.medianSeconds, row.p90Seconds]),
        ]}
        chart={data === undefined ? <StagesToCome /> : <StageBars rows={rows} query={query} />}
        table={
          <StageTable rows={rows} before={isCompared ? before?.rows : undefined} query={query} />
        }
      />
      <StageSeries query={query} />
      <StageSplit query={query} />
    </>
  );
}

function Amount({
  row,
  name,
}: {
  readonly row: StageRow | undefined;
  readonly name: 'medianSeconds' | 'p90Seconds' | 'reached';
}) {
  const formats = useFormats();
  const durationWords = useDurationWords();
  const value = row?.[name] ?? 0;
  return name === 'reached' ? formats.number(value) : durationWords(value);
}

/** Their names first, so that nothing moves when their bars come. */
function StagesToCome() {
  const say = useSay(reportMessages);
  return (
    <ul className={classes['bars']} aria-busy>
      {FLOW_STAGES.filter((stage) => stage !== 'whole').map((stage) => (
        <li key={stage}>
          <span className={classes['barName']}>{say(stage)}</span>
        </li>
      ))}
      <li className={classes['soft']}>{say('stageLegend')}</li>
    </ul>
  );
}

/** The middle of each stage as a bar, and how far the slowest tenth goes behind it. */
function StageBars({
  rows,
  query,
}: {
  readonly rows: readonly StageRow[];
  readonly query: ReportQuery;
}) {
  const say = useSay(reportMessages);
  const durationWords = useDurationWords();
  const steps = rows.filter(({ stage }) => stage !== 'whole');
  const most = Math.max(1, ...steps.map(({ p90Seconds }) => p90Seconds));
  if (steps.length === 0) return <p className={classes['soft']}>{say('nothing')}</p>;
  return (
    <ul className={classes['bars']}>
      {steps.map((row) => (
        <li key={row.stage} data-testid="stage" data-stage={row.stage}>
          <span className={classes['barName']}>{say(row.stage)}</span>
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
            <StageLink stage={row.stage} query={query}>
              {durationWords(row.medianSeconds)}
            </StageLink>
            <span className={classes['soft']}> {durationWords(row.p90Seconds)}</span>
          </span>
        </li>
      ))}
      <li className={classes['soft']}>{say('stageLegend')}</li>
    </ul>
  );
}

interface StageTableProps {
  readonly rows: readonly StageRow[];
  readonly before: readonly StageRow[] | undefined;
  readonly query: ReportQuery;
}

function StageTable({ rows, before, query }: StageTableProps) {
  const say = useSay(reportMessages);
  const formats = useFormats();
  const durationWords = useDurationWords();
  return (
    <table className={classes['table']} data-testid="stages">
      <thead>
        <tr>
          <th scope="col">{say('stage')}</th>
          <th scope="col" data-end>
            {say('reached')}
          </th>
          <th scope="col" data-end>
            {say('medianSeconds')}
          </th>
          <th scope="col" data-end>
            {say('p90Seconds')}
          </th>
          {before !== undefined && (
            <th scope="col" data-end>
              {say('compared')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.stage}>
            <th scope="row">{say(row.stage)}</th>
            <td data-end>
              <StageLink stage={row.stage} query={query}>
                {formats.number(row.reached)}
              </StageLink>
            </td>
            <td data-end>{durationWords(row.medianSeconds)}</td>
            <td data-end>{durationWords(row.p90Seconds)}</td>
            {before !== undefined && (
              <td data-end>
                {durationWords(before.find(({ stage }) => stage === row.stage)?.medianSeconds ?? 0)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
