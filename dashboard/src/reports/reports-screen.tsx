// Reports: sales, fulfillment times, cancellations and returns, each with its course and its parts.

import { Tabs } from '@mantine/core';
import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { FlowTopic } from './flow-topic.tsx';
import { reportMessages } from './messages.ts';
import { useReportQuery } from './report-query.ts';
import { ReportTools } from './report-tools.tsx';
import classes from './reports.module.css';
import { StageTopic } from './stage-topic.tsx';
import { TOPICS } from './topics.ts';
import { useFlow } from './use-flow.ts';
import { ZoneNote } from './zone-note.tsx';

const RowsDrawer = lazyPart(async () => (await import('./rows-drawer.tsx')).RowsDrawer);
const StageDrawer = lazyPart(async () => (await import('./stage-drawer.tsx')).StageDrawer);

export function ReportsScreen() {
  const say = useSay(reportMessages);
  const query = useReportQuery();
  const [parameters] = useSearchParams();
  const rows = parameters.get('rows');
  const stageRows = parameters.get('stageRows');
  const { data, error, refetch } = useFlow('sale', 'reason', query, query.period);
  const { topic } = query;
  return (
    <Page title={say('title')}>
      <Tabs
        value={topic}
        keepMounted={false}
        onChange={(next) => query.change({ topic: next, by: null })}
      >
        <Tabs.List mb="md">
          {TOPICS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {say(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={topic}>
          <div className={classes['report']}>
            <ReportTools
              query={query}
              currency={data?.currency ?? ''}
              currencies={topic === 'stages' ? [] : (data?.otherCurrencies ?? [])}
            />
            {error !== null ? (
              <Problem error={error} onRetry={() => void refetch()} />
            ) : data === undefined ? null : topic === 'stages' ? (
              <StageTopic query={query} />
            ) : (
              <FlowTopic
                key={topic}
                topic={topic}
                query={query}
                currency={data.currency}
                timeZone={data.timeZone}
              />
            )}
            {data !== undefined && <ZoneNote report={data} />}
          </div>
        </Tabs.Panel>
      </Tabs>
      <Suspense>
        {rows !== null && <RowsDrawer rows={rows} onClose={() => query.change({ rows: null })} />}
        {stageRows !== null && (
          <StageDrawer rows={stageRows} onClose={() => query.change({ stageRows: null })} />
        )}
      </Suspense>
    </Page>
  );
}
