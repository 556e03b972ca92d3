// What a dry run found, or what came of an import: in sums, row by row, document by document.

import type { Import } from '@doorstep/sdk';
import { Anchor, Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { sumOf } from './counts.ts';
import { DocumentList } from './document-list.tsx';
import { FieldList } from './field-list.tsx';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';
import { RowList } from './row-list.tsx';

const OUTCOMES = ['create', 'change', 'skip', 'refuse'] as const;
const TABS = ['rows', 'documents', 'fields'] as const;

export function ImportReport({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const [parameters, setParameters] = useSearchParams();
  const tab = TABS.find((name) => name === parameters.get('tab')) ?? 'rows';
  return (
    <>
      {one.error !== null && <Broken error={one.error} />}
      {one.state === 'ready' && <p className={classes['lead']}>{say('readyHint')}</p>}
      {one.kind === 'orders' && one.state === 'done' && (
        <p className={classes['soft']}>{say('undoOrders')}</p>
      )}
      <Sums one={one} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => setParameters(next === null ? {} : { tab: next })}
      >
        <Tabs.List mb="sm">
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {say(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="rows">
          <RowList one={one} />
        </Tabs.Panel>
        <Tabs.Panel value="documents">
          <DocumentList one={one} />
        </Tabs.Panel>
        <Tabs.Panel value="fields">
          <FieldList one={one} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Sums({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const formats = useFormats();
  const { documents, undo } = one;
  const report = `/v1/imports/${one.id}/report`;
  return (
    <div className={classes['report']}>
      <dl className={classes['sums']} data-testid="sums">
        <div>
          <dt>{say('rowsInFile')}</dt>
          <dd>{formats.number(one.rows.read)}</dd>
        </div>
        {OUTCOMES.map((outcome) => (
          <div key={outcome} data-outcome={outcome} data-alarm={outcome === 'refuse' || undefined}>
            <dt>{say(outcome)}</dt>
            <dd>{formats.number(sumOf(documents[outcome]))}</dd>
          </div>
        ))}
        {undo !== null && (
          <>
            <div data-outcome="undone">
              <dt>{say('takenBack')}</dt>
              <dd>{formats.number(undo.undone)}</dd>
            </div>
            <div data-outcome="kept">
              <dt>{say('kept')}</dt>
              <dd>{formats.number(undo.kept)}</dd>
            </div>
          </>
        )}
      </dl>
      <div className={classes['downloads']}>
        <Anchor href={`${report}?problems=true`} download="errors.csv" size="sm">
          {say('downloadErrors')}
        </Anchor>
        <Anchor href={report} download="report.csv" size="sm">
          {say('downloadReport')}
        </Anchor>
      </div>
    </div>
  );
}

function Broken({ error }: { readonly error: NonNullable<Import['error']> }) {
  const say = useSay(importExportMessages);
  return (
    <div role="alert" className={classes['broken']}>
      <strong>{say('notReadable')}</strong>
      <div translate="no">
        {error.detail} {error.suggestion}
      </div>
    </div>
  );
}
