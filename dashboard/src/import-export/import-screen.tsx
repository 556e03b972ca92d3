// One import, from the file to what came of it: what is next to do stands on top.

import type { Import } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import classes from './import-export.module.css';
import { ImportProgress } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';
import { MappingStep } from './mapping-step.tsx';
import { importExportMessages } from './messages.ts';
import { StateBadge } from './state-badge.tsx';
import { UndoButton } from './undo-button.tsx';
import { UploadStep } from './upload-step.tsx';
import { isAtWork, useImport } from './use-import.ts';
import { useAgain, useImportActs } from './use-import-acts.ts';

export function ImportScreen() {
  const { import: id = '' } = useParams();
  const say = useSay(importExportMessages);
  const { data: one, error, refetch } = useImport(id);
  const parent = (
    <Link to="/import-export" className={classes['parent'] ?? ''}>
      {say('title')}
    </Link>
  );
  if (one === undefined)
    return (
      <Page title={say('import')} parent={parent}>
        {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  return (
    <Page
      title={one.fileName}
      isName
      parent={parent}
      beside={<StateBadge state={one.state} />}
      actions={<Actions one={one} />}
    >
      <Steps one={one} />
    </Page>
  );
}

const BEFORE_THE_END: ReadonlySet<string> = new Set([
  ...['receiving', 'received', 'reading', 'planning', 'ready', 'applying'],
]);

function Actions({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const { can } = useSession();
  const { apply, cancel } = useImportActs(one.id);
  const again = useAgain(one.id);
  if (!can('history:write')) return null;
  return (
    <>
      {BEFORE_THE_END.has(one.state) && (
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {say('cancelImport')}
        </Button>
      )}
      {again !== null && ['ready', 'failed', 'canceled'].includes(one.state) && (
        <Button
          variant="default"
          onClick={() => {
            if (one.state === 'ready') cancel.mutate();
            again();
          }}
        >
          {say('mapAgain')}
        </Button>
      )}
      {one.state === 'ready' && (
        <Button loading={apply.isPending} onClick={() => apply.mutate()}>
          {say('apply')}
        </Button>
      )}
      {one.undoable && <UndoButton one={one} />}
    </>
  );
}

function Steps({ one }: { readonly one: Import }) {
  if (one.state === 'receiving') return <UploadStep one={one} />;
  if (one.state === 'received') return <MappingStep one={one} />;
  if (isAtWork(one)) return <ImportProgress one={one} />;
  return <ImportReport one={one} />;
}
