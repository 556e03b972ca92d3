// The course of one stage over the days, or months, of the period: its median.

import { FLOW_STAGES, type FlowStage } from '@doorstep/core/analytics/flow.ts';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Choice } from './choice.tsx';
import { useDurationWords } from './duration-words.ts';
import { reportMessages } from './messages.ts';
import { isByMonth, stepsOf } from './period.ts';
import type { ReportQuery } from './report-query.ts';
import { ReportSection } from './report-section.tsx';
import classes from './reports.module.css';
import { SeriesChart } from './series-chart.tsx';
import { useStepWords } from './step-words.ts';
import { useStages } from './use-stages.ts';

/** In minutes, lines of the grid would all read alike. */
const IN_SECONDS_BELOW = 600;

export function StageSeries({ query }: { readonly query: ReportQuery }) {
  const say = useSay(reportMessages);
  const formats = useFormats();
  const words = useDurationWords();
  const stepWords = useStepWords();
  const [stage, setStage] = useState<FlowStage>('whole');
  const { period, compared } = query;
  const by = isByMonth(period) ? 'month' : 'day';
  const now = useStages(query, by, period, stage).data;
  const before = useStages(query, by, compared, stage).data;
  const earlier = compared === null ? [] : stepsOf(compared);
  const medianOf = (report: typeof now, step: string | undefined): number =>
    report?.rows.find(({ key }) => key === step)?.medianSeconds ?? 0;
  const points = stepsOf(period).map((step, place) => ({
    step,
    value: medianOf(now, step),
    before: compared === null ? null : medianOf(before, earlier[place]),
  }));
  const gridWords = (seconds: number, top: number): string =>
    top < IN_SECONDS_BELOW ? formats.seconds(seconds) : words(seconds);
  return (
    <ReportSection
      title={say('overTime')}
      file={`stage-${stage}-${by}`}
      rows={() => [
        [by, 'medianSeconds', 'compared'],
        ...points.map((point) => [point.step, point.value, point.before ?? '']),
      ]}
      beside={
        <Choice
          label={say('stage')}
          value={stage}
          options={FLOW_STAGES.map((value) => ({ value, label: say(value) }))}
          onChange={(value) => setStage(value as FlowStage)}
        />
      }
      chart={
        <SeriesChart
          label={say('courseOf', { what: say(stage) })}
          points={points}
          words={words}
          gridWords={gridWords}
          stepWords={stepWords}
        />
      }
      table={
        <div className={classes['tableBox']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{say(by)}</th>
                <th scope="col" data-end>
                  {say('medianSeconds')}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ step, value }) => (
                <tr key={step}>
                  <th scope="row">{stepWords(step)}</th>
                  <td data-end>{words(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  );
}
