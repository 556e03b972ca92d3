// The first rows of the file that the button below would save: asked for as CSV, and cut off there.

import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { type ExportRecipe, requestExport } from './export-recipe.ts';
import { firstRows } from './first-rows.ts';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';

const ROWS = 10;

export function ExportPreview({ recipe }: { readonly recipe: ExportRecipe }) {
  const say = useSay(importExportMessages);
  const { api } = useSession();
  const { timeZone } = useLanguage();
  const asked: ExportRecipe = { ...recipe, format: 'csv' };
  const { data, error, refetch } = useQuery({
    queryKey: ['import-export', 'export', asked, timeZone],
    queryFn: async ({ signal }) => {
      const stop = new AbortController();
      const answer = await requestExport(api, asked, {
        timeZone,
        signal: AbortSignal.any([signal, stop.signal]),
      });
      const rows = await firstRows(answer, ROWS + 1);
      stop.abort();
      return rows;
    },
    placeholderData: (before) => before,
  });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const [head = [], ...rows] = data;
  return (
    <div>
      <h2 className={classes['subtitle']}>{say('firstRows')}</h2>
      {rows.length === 0 ? (
        <p className={classes['soft']}>{say('nothingToExport')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section className={classes['scroll']} tabIndex={0} aria-label={say('firstRows')}>
          <table translate="no" data-testid="preview">
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
                <tr key={place}>
                  {head.map((name, column) => (
                    <td key={name}>{cells[column]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
