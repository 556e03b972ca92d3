// What a topic is made of: by channel, country, SKU, location or reason, the largest first. The name of
// one narrows the report to it; its number opens its rows.

import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Choice } from './choice.tsx';
import { reportMessages } from './messages.ts';
import { useReasonWords } from './reason-words.ts';
import { filterBy } from './report-query.ts';
import { ReportSection } from './report-section.tsx';
import classes from './reports.module.css';
import { RowsLink } from './rows-link.tsx';
import type { FlowTopicProps } from './topic-props.ts';
import { FLOW_TOPICS, kindOf, type Member, type Split } from './topics.ts';
import { type Flow, type FlowRow, useFlow } from './use-flow.ts';

const BARS = 12;

export function FlowSplit(props: FlowTopicProps) {
  const { topic, query } = props;
  const say = useSay(reportMessages);
  const { splits, outOf } = FLOW_TOPICS[topic];
  const open = query.filter === null ? splits : splits.filter((split) => split === 'reason');
  const by = open.find((split) => split === query.by) ?? open[0];
  const kind = kindOf(topic, by ?? '');
  const now = useFlow(kind, by ?? 'reason', query, by === undefined ? null : query.period).data;
  const before = useFlow(
    kind,
    by ?? 'reason',
    query,
    by === undefined ? null : query.compared,
  ).data;
  const isRated = outOf !== null && by !== undefined && by !== 'reason';
  const whole = useFlow(outOf ?? kind, by ?? 'reason', query, isRated ? query.period : null).data;
  if (by === undefined) return <p className={classes['soft']}>{say('noSplit')}</p>;
  const rows = now?.rows ?? [];
  const table = { ...props, by, kind, rows, before, whole: isRated ? whole : undefined };
  return (
    <ReportSection
      title={say('madeOf')}
      file={`${topic}-by-${by}`}
      rows={() => [
        [by, 'label', 'times', 'units', 'amountMinor', 'unitsCompared'],
        ...rows.map((row) => [
          row.key ?? '',
          row.label ?? '',
          row.times,
          row.units,
          row.amountMinor,
          earlierOf(before, row)?.units ?? '',
        ]),
      ]}
      beside={
        <Choice
          label={say('splitBy')}
          value={by}
          options={open.map((value) => ({ value, label: say(value) }))}
          onChange={(value) => query.change({ by: value })}
        />
      }
      chart={
        now === undefined ? (
          <ul className={classes['bars']} aria-busy />
        ) : rows.length === 0 ? (
          <p className={classes['soft']}>{say('nothing')}</p>
        ) : (
          <Bars {...table} />
        )
      }
      table={<SplitTable {...table} />}
    />
  );
}

interface SplitProps extends FlowTopicProps {
  readonly by: Split;
  readonly kind: ReturnType<typeof kindOf>;
  readonly rows: readonly FlowRow[];
  readonly before: Flow | undefined;
  readonly whole: Flow | undefined;
}

function Bars(props: SplitProps) {
  const { topic, rows, currency } = props;
  const formats = useFormats();
  const measure = topic === 'sales' ? 'amountMinor' : 'units';
  const most = Math.max(1, ...rows.map((row) => Math.abs(row[measure])));
  return (
    <ul className={classes['bars']}>
      {rows.slice(0, BARS).map((row) => (
        <li key={row.key} data-testid="bar">
          <span className={classes['barName']}>
            <Name {...props} row={row} />
          </span>
          <span className={classes['barTrack']}>
            <span
              className={classes['barFill']}
              style={{ width: `${(Math.abs(row[measure]) / most) * 100}%` }}
            />
          </span>
          <span className={classes['barValue']}>
            <Rows {...props} row={row}>
              {measure === 'amountMinor'
                ? formats.money(row.amountMinor, currency)
                : formats.number(row.units)}
            </Rows>
          </span>
        </li>
      ))}
    </ul>
  );
}

function SplitTable(props: SplitProps) {
  const { by, rows, before, whole, currency } = props;
  const say = useSay(reportMessages);
  const formats = useFormats();
  return (
    <div className={classes['tableBox']}>
      <table className={classes['table']} data-testid="split">
        <thead>
          <tr>
            <th scope="col">{say(by)}</th>
            <th scope="col" data-end>
              {say('times')}
            </th>
            <th scope="col" data-end>
              {say('units')}
            </th>
            {before !== undefined && (
              <th scope="col" data-end>
                {say('compared')}
              </th>
            )}
            {whole !== undefined && (
              <th scope="col" data-end>
                {say('rate')}
              </th>
            )}
            <th scope="col" data-end>
              {say('amountMinor')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <Name {...props} row={row} />
              </th>
              <td data-end>{formats.number(row.times)}</td>
              <td data-end>
                <Rows {...props} row={row}>
                  {formats.number(row.units)}
                </Rows>
              </td>
              {before !== undefined && (
                <td data-end>{formats.number(earlierOf(before, row)?.units ?? 0)}</td>
              )}
              {whole !== undefined && <td data-end>{rateOf(whole, row, formats.percent)}</td>}
              <td data-end>{formats.money(row.amountMinor, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends SplitProps {
  readonly row: FlowRow;
}

function Name({ by, row, query }: RowProps) {
  const say = useSay(reportMessages);
  const reasonWords = useReasonWords();
  if (row.key === null) return <span className={classes['soft']}>{say('unknown')}</span>;
  if (by === 'reason') return reasonWords(row.key);
  const member = row.key;
  return (
    <button
      type="button"
      className={classes['narrow']}
      translate="no"
      onClick={() => query.change(filterBy(by as Member, member))}
    >
      {by === 'location' || by === 'country' ? member : (row.label ?? member)}
    </button>
  );
}

function Rows({
  by,
  kind,
  row,
  query,
  currency,
  timeZone,
  children,
}: RowProps & { readonly children: React.ReactNode }) {
  const { period, filter } = query;
  // Of what is not known there is no list.
  if (row.key === null) return children;
  const own = by === 'reason' ? filter : { dimension: by as Member, member: row.key };
  const of = { kind, period, timeZone, currency, filter: own };
  return <RowsLink of={by === 'reason' ? { ...of, reason: row.key } : of}>{children}</RowsLink>;
}

function earlierOf(before: Flow | undefined, { key }: FlowRow): FlowRow | undefined {
  return before?.rows.find((row) => row.key === key);
}

function rateOf(whole: Flow, row: FlowRow, percent: (share: number) => string): string {
  const units = earlierOf(whole, row)?.units ?? 0;
  return units === 0 ? '–' : percent(row.units / units);
}
