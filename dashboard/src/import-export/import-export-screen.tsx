// Files in and out: what was imported, by whom; a new import; exports.

import { Tabs } from '@mantine/core';
import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { ImportList } from './import-list.tsx';
import { importExportMessages } from './messages.ts';
import { NewImport } from './new-import.tsx';

const ExportTab = lazyPart(async () => (await import('./export-tab.tsx')).ExportTab);

export function ImportExportScreen() {
  const say = useSay(importExportMessages);
  const [parameters, setParameters] = useSearchParams();
  const tab = parameters.get('tab') === 'export' ? 'export' : 'import';
  return (
    <Page title={say('title')}>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => setParameters(next === 'export' ? { tab: 'export' } : {})}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="import">{say('import')}</Tabs.Tab>
          <Tabs.Tab value="export">{say('export')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="import">
          <NewImport />
          <ImportList />
        </Tabs.Panel>
        <Tabs.Panel value="export">
          <Suspense>
            <ExportTab />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
