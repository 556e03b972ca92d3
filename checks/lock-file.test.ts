import assert from 'node:assert/strict';
import { it } from 'node:test';
import { completeLockFile, type LockFile, missingPackages } from './lock-file.ts';

const lock: LockFile = {
  packages: {
    'node_modules/tool': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: {
        '@tool/cli-linux-x64': '1.0.0',
        '@tool/cli-linux-arm64-musl': '1.0.0',
      },
    },
    'node_modules/@tool/cli-linux-x64': { version: '1.0.0', optional: true },
    'node_modules/other': { version: '2.0.0', optionalDependencies: { inner: '3.0.0' } },
    'node_modules/other/node_modules/inner': { version: '3.0.0', optional: true },
  },
};

it('finds the optional packages that npm left out', () => {
  const name = '@tool/cli-linux-arm64-musl';
  assert.deepEqual(missingPackages(lock), [{ of: 'node_modules/tool', name, version: '1.0.0' }]);
});

it('adds them with their platform', () => {
  const { packages } = completeLockFile(lock);
  assert.deepEqual(missingPackages({ packages }), []);
  assert.deepEqual(packages['node_modules/@tool/cli-linux-arm64-musl'], {
    version: '1.0.0',
    cpu: ['arm64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
});
