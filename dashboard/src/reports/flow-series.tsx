// The course of a topic over the days, or months, of its period.

import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Choice } from './choice.tsx';
import { reportMessages } from './messages.ts';
import { isByMonth, stepsOf } from './period.ts';
import { ReportSection } from './report-section.tsx';
import classes from './reports.module.css';
import { type Point, SeriesChart } from './series-chart.tsx';
import { useStepWords } from './step-words.ts';
import type { FlowTopicProps } from './topic-props.ts';
import { FLOW_TOPICS, kindOf, type Measure } from './topics.ts';
import { type Flow, useFlow } from './use-flow.ts';

export function FlowSeries({ topic, query, currency }: FlowTopicProps) {
  const say = useSay(reportMessages);
  const formats = useFormats();
  const stepWords = useStepWords();
  const { measures } = FLOW_TOPICS[topic];
  const [chosen, setMeasure] = useState<Measure | null>(null);
  const measure = measures.find((one) => one === chosen) ?? measures[0] ?? 'units';
  const kind = kindOf(topic, query.filter?.dimension ?? '');
  const by = isByMonth(query.period) ? 'month' : 'day';
  const now = useFlow(kind, by, query, query.period).data;
  const before = useFlow(kind, by, query, query.compared).data;
  const points = pointsOf(query, now, query.compared === null ? undefined : before, measure);
  const words = (value: number): string =>
    measure === 'amountMinor' ? formats.money(Math.round(value), currency) : formats.number(value);
  return (
    <ReportSection
      title={say('overTime')}
      file={`${topic}-${by}`}
      rows={() => [
        [by, measure, 'compared'],
        ...points.map(({ step, value, before: earlier }) => [step, value, earlier ?? '']),
      ]}
      beside={
        <Choice
          label={say('measure')}
          value={measure}
          options={measures.map((value) => ({ value, label: say(value) }))}
          onChange={(value) => setMeasure(value as Measure)}
        />
      }
      chart={
        <SeriesChart
          label={say('courseOf', { what: say(measure) })}
          points={points}
          words={words}
          stepWords={stepWords}
        />
      }
      table={
        <div className={classes['tableBox']}>
          <table className={classes['table']} data-testid="series">
            <thead>
              <tr>
                <th scope="col">{say(by)}</th>
                <th scope="col" data-end>
                  {say(measure)}
                </th>
                {query.compared !== null && (
                  <th scope="col" data-end>
                    {say('compared')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {points.map(({ step, value, before: earlier }) => (
                <tr key={step}>
                  <th scope="row">{stepWords(step)}</th>
                  <td data-end>{words(value)}</td>
                  {earlier !== null && <td data-end>{words(earlier)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  );
}

function pointsOf(
  { period, compared }: FlowTopicProps['query'],
  now: Flow | undefined,
  before: Flow | undefined,
  measure: Measure,
): Point[] {
  const steps = stepsOf(period);
  const earlier = compared === null ? [] : stepsOf(compared);
  const sumAt = (flow: Flow | undefined, step: string | undefined): number =>
    flow?.rows.find(({ key }) => key === step)?.[measure] ?? 0;
  return steps.map((step, place) => ({
    step,
    value: sumAt(now, step),
    before: compared === null ? null : sumAt(before, earlier[place]),
  }));
}
