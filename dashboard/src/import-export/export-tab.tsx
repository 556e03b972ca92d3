// What leaves as a file: which list, narrowed by what, with which columns. What is shown below is the
// beginning of that very file.

import { Button, Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { Choice } from './choice.tsx';
import { EXPORT_NAMES, EXPORTS, isExportName } from './export-choices.ts';
import { ExportFilters } from './export-filters.tsx';
import { ExportPreview } from './export-preview.tsx';
import { type ExportRecipe, recipeOf } from './export-recipe.ts';
import { ExportRuns } from './export-runs.tsx';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';
import { useExportRuns } from './use-export-runs.ts';

const FORMATS = [
  { value: 'csv', label: 'CSV', isData: true },
  { value: 'xlsx', label: 'Excel', isData: true },
  { value: 'ndjson', label: 'NDJSON', isData: true },
];

export function ExportTab() {
  const say = useSay(importExportMessages);
  const { api, can } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const forms = useQuery({
    queryKey: ['import-export', 'forms'],
    queryFn: ({ signal }) => api.listExportForms({}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const runs = useExportRuns();
  const names = EXPORT_NAMES.filter((name) => can(EXPORTS[name].scope));
  const asked = parameters.get('what') ?? '';
  const name = isExportName(asked) && names.includes(asked) ? asked : (names[0] ?? 'orders');
  const change = (parts: Readonly<Record<string, string>>): void =>
    setParameters((before) => {
      const next = new URLSearchParams(before);
      for (const [part, value] of Object.entries(parts))
        if (value === '') next.delete(part);
        else next.set(part, value);
      return next;
    });
  if (forms.error !== null)
    return <Problem error={forms.error} onRetry={() => void forms.refetch()} />;
  if (forms.data === undefined) return null;
  const form = forms.data.items.find((one) => one.name === EXPORTS[name].list);
  const columns = (form?.columns ?? []).filter(
    ({ isOfPart }) => EXPORTS[name].hasParts || !isOfPart,
  );
  const recipe = recipeOf(name, columns, parameters);
  return (
    <div className={classes['exporting']}>
      <section className={classes['options']} aria-label={say('export')}>
        <Choice
          label={say('whatToExport')}
          value={name}
          options={names.map((value) => ({ value, label: say(`export-${value}`) }))}
          onChange={(what) => setParameters({ tab: 'export', what })}
        />
        <ExportFilters name={name} parameters={parameters} onChange={change} />
        <Choice
          label={say('format')}
          value={recipe.format}
          options={FORMATS}
          onChange={(format) => change({ format })}
        />
      </section>
      <Columns
        columns={columns}
        recipe={recipe}
        onChange={(chosen) => change({ columns: chosen })}
      />
      <Group>
        <Button onClick={() => void runs.start(recipe)} data-testid="export">
          {say('doExport')}
        </Button>
        <span className={classes['soft']}>{say('exportHint')}</span>
      </Group>
      <ExportRuns runs={runs} />
      <ExportPreview recipe={recipe} />
    </div>
  );
}

interface ColumnsProps {
  readonly columns: readonly { readonly name: string }[];
  readonly recipe: ExportRecipe;
  readonly onChange: (columns: string) => void;
}

function Columns({ columns, recipe, onChange }: ColumnsProps) {
  const say = useSay(importExportMessages);
  const chosen = new Set(recipe.columns);
  const toggle = (name: string): void => {
    const next = columns.filter((one) => (one.name === name) !== chosen.has(one.name));
    if (next.length > 0) onChange(next.map((one) => one.name).join(','));
  };
  return (
    <fieldset className={classes['columnChoice']} disabled={recipe.format === 'ndjson'}>
      <legend>{say('columnsOf', { count: recipe.columns.length })}</legend>
      {recipe.format === 'ndjson' ? (
        <span className={classes['soft']}>{say('ndjsonIsWhole')}</span>
      ) : (
        columns.map(({ name }) => (
          <Checkbox
            key={name}
            size="xs"
            checked={chosen.has(name)}
            onChange={() => toggle(name)}
            label={<span translate="no">{name}</span>}
          />
        ))
      )}
    </fieldset>
  );
}
