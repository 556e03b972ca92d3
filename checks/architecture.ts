// Holds the imports of all workspaces against architecture-rules.ts.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { architectureRules } from './architecture-rules.ts';
import { rooms, services } from './rooms.ts';

const workspaces = [
  'core',
  'contract',
  'server',
  'connectors',
  'cli',
  'sdk',
  'bench',
  'dashboard',
  'examples',
];
/** A tool that reads nothing finds nothing: without modules here the check has not worked. */
const workspacesWithModules = ['core', 'contract', 'server'];

/** One line per violation. */
export async function checkArchitecture(root: string): Promise<string[]> {
  const folders = workspaces.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      ruleSet: { forbidden: architectureRules },
      validate: true,
      // Types are imports too: a room must not even know the words of one downstream.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(node_modules|dist)/.*/(node_modules|dist)/|^[a-z]+/dist/' },
      combinedDependencies: true,
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['node', 'import', 'types', 'default'],
        extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json'],
      },
    },
    {},
  );
  if (typeof output === 'string') return [output];
  return [...unseen(output), ...(await strangers(root)), ...violations(output)];
}

function unseen({ modules }: ICruiseResult): string[] {
  return workspacesWithModules.flatMap((folder) => {
    const count = modules.filter(({ source }) => source.startsWith(`${folder}/`)).length;
    return count > 0
      ? []
      : [`dependency-cruiser saw no modules in ${folder}/: is it reading them?`];
  });
}

function violations({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
    const comment = architectureRules.find(({ name }) => name === rule.name)?.comment ?? '';
    return `${from} → ${path}: ${rule.name} (${comment})`;
  });
}

/** A folder that is no room would be under no rule. */
async function strangers(root: string): Promise<string[]> {
  const known: Record<string, readonly string[]> = {
    core: rooms,
    'server/src': [...rooms, ...services],
  };
  const found: string[] = [];
  for (const [parent, names] of Object.entries(known)) {
    const entries = await readdir(join(root, parent), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const isKnown = !entry.isDirectory() || names.includes(entry.name);
      if (isKnown || entry.name === 'node_modules') continue;
      found.push(`${parent}/${entry.name}: not a room of checks/rooms.ts`);
    }
  }
  return found;
}
