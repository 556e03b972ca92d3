// Says what is in a file: its kind, the profile that reads it, and where each column goes.

import type { Import, PreviewImportAnswer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import classes from './import-export.module.css';
import { type Mapped, mappedStart, missingFields, profileToSend } from './mapped.ts';
import { MappingOptions } from './mapping-options.tsx';
import { MappingTable } from './mapping-table.tsx';
import { importExportMessages } from './messages.ts';
import { type Reading, ReadingOptions } from './reading-options.tsx';
import { useImportActs } from './use-import-acts.ts';

export function MappingStep({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const { api } = useSession();
  const [reading, setReading] = useState<Reading>({});
  const preview = useQuery({
    queryKey: ['import-export', 'preview', one.id, reading],
    queryFn: ({ signal }) => api.previewImport({ import: one.id, ...reading }, { signal }),
    placeholderData: (before) => before,
  });
  const profiles = useQuery({
    queryKey: ['import-export', 'profiles'],
    queryFn: ({ signal }) => api.listImportProfiles({}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const error = preview.error ?? profiles.error;
  if (error !== null) return <Problem error={error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined || profiles.data === undefined)
    return <p role="status">{say('looking')}</p>;
  const { data } = preview;
  return (
    <div className={classes['mapping']} data-testid="mapping">
      <ReadingOptions preview={data} reading={reading} onChange={setReading} />
      {data.error !== null ? (
        <div role="alert" className={classes['broken']} translate="no">
          {data.error.detail} {data.error.suggestion}
        </div>
      ) : (
        <Mapping
          // Another delimiter has other columns: what was mapped of the old ones means nothing.
          key={data.fields.map(({ field }) => field).join('\n')}
          one={one}
          preview={data}
          reading={reading}
          profiles={profiles.data.items}
        />
      )}
    </div>
  );
}

interface MappingProps {
  readonly one: Import;
  readonly preview: PreviewImportAnswer;
  readonly reading: Reading;
  readonly profiles: Parameters<typeof mappedStart>[1];
}

function Mapping({ one, preview, reading, profiles }: MappingProps) {
  const say = useSay(importExportMessages);
  const { can } = useSession();
  const { map } = useImportActs(one.id);
  const [mapped, setMapped] = useState<Mapped>(() => mappedStart(preview, profiles));
  const missing = missingFields(mapped);
  return (
    <>
      <MappingOptions preview={preview} profiles={profiles} mapped={mapped} onChange={setMapped} />
      <MappingTable preview={preview} mapped={mapped} onChange={setMapped} />
      <div className={classes['go']}>
        <Button
          loading={map.isPending}
          disabled={missing.length > 0 || !can('history:write')}
          onClick={() => map.mutate({ ...reading, profile: profileToSend(mapped) })}
        >
          {say('tryOut')}
        </Button>
        {missing.length > 0 ? (
          <span className={classes['alarm']} data-testid="missing">
            {say('missing')} <span translate="no">{missing.join(', ')}</span>
          </span>
        ) : (
          <span className={classes['soft']}>{say('tryOutHint')}</span>
        )}
      </div>
    </>
  );
}
