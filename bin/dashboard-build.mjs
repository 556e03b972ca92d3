// Whether the built dashboard is that of the sources that are here now.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that goes into it. */
const sources = [
  'dashboard/src',
  'dashboard/public',
  'dashboard/index.html',
  'dashboard/package.json',
  'checks/build/dashboard-config.ts',
  'checks/build/build-dashboard.ts',
  'core',
  'sdk/src',
  'package-lock.json',
];

export function isDashboardBuilt(root) {
  try {
    return readFileSync(stampFile(root), 'utf8') === digestOf(root);
  } catch {
    return false;
  }
}

export function markDashboardBuilt(root) {
  writeFileSync(stampFile(root), digestOf(root));
}

function stampFile(root) {
  return join(root, 'dashboard', 'dist', 'built-from');
}

/** Of contents, not of times: a clone has new times, and a branch that is left comes back. */
function digestOf(root) {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const path of filesOf(join(root, source)))
      hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}

function filesOf(path) {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.name !== 'node_modules' && !entry.name.includes('.test.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const inside = join(path, entry.name);
        return entry.isDirectory() ? filesOf(inside) : [inside];
      });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}
