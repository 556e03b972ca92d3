// What an npm error means to the person in front of it, with npm's own last words.
import { statfsSync } from 'node:fs';

const freeBytesMin = 50 * 1024 * 1024;

/** First match wins: the more telling causes stand first. */
const causes = [
  {
    pattern: /ENOSPC|no space left/i,
    words: 'The disk is full: about 1.5 GB are needed. Free some space and run it again.',
  },
  {
    pattern: /EROFS|EACCES|EPERM|permission denied/i,
    words:
      'npm may not write here. Run it as the owner of the folder, or give yourself the folder:\n' +
      '  sudo chown -R "$(id -un)" "{root}"\n' +
      'If the message names ~/.npm instead, the same command for that folder.',
  },
  {
    pattern: /EINTEGRITY/,
    words:
      'A downloaded package is not what package-lock.json expects. A proxy or a broken cache may\n' +
      'be the cause: run "npm cache clean --force" and try again.',
  },
  {
    pattern: /can only install packages when|EUSAGE|in sync/,
    words: 'package.json and package-lock.json do not fit together: run "npm install" once.',
  },
  {
    pattern: /E401|E403|ENEEDAUTH/,
    words: 'The npm registry refused us: look at "npm config get registry" and your .npmrc.',
  },
  {
    pattern: /E404|ETARGET|ENOVERSIONS/,
    words:
      'The npm registry lacks a package: with a registry of your own ("npm config get registry"),\n' +
      'it must mirror the public one.',
  },
  {
    pattern: /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_/,
    words:
      "The registry's certificate is not trusted here. Behind a company proxy, set\n" +
      'NODE_EXTRA_CA_CERTS to its certificate and try again.',
  },
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/,
    words:
      'The npm registry cannot be reached. Check the network; behind a proxy, set HTTPS_PROXY,\n' +
      'or name a mirror: npm config set registry https://…',
  },
];

/** The tail of npm's output, then what to do about it. */
export function explainInstallError(output, root) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const cause = causes.find(({ pattern }) => pattern.test(output));
  const words = cause?.words.replace('{root}', root) ?? 'Run "npm ci" to see all of it.';
  return ['The dependencies could not be installed.', ...lines.slice(-15), '', words].join('\n');
}

/**
 * Undefined when all is there. npm ends well even when the disk filled up under it, and leaves
 * files cut short: with next to nothing free, no installation is believed.
 */
export function explainIncomplete(root, missing) {
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < freeBytesMin) return causes[0].words;
  if (missing.length === 0) return undefined;
  return [
    `npm said it was done, but ${missing.length} packages are missing:`,
    ...missing.slice(0, 8).map((path) => `  ${path}`),
    'Remove node_modules and run it again.',
  ].join('\n');
}
