// The browser of the tests: the Chromium of the system, or one that is fetched once.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { fetchChromium } from './fetch-chromium.ts';

/**
 * Two hidden pages for the address bar come with each window, and cost twice what the window does. The
 * others are those that Playwright switches off: of two such lists the browser takes the last.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** It asks nobody for anything, and needs neither a screen nor rights of its own. */
const FLAGS = [
  `--disable-features=${FEATURES_OFF.join()}`,
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** DOORSTEP_TEST_CHROMIUM names another one, or says `fetched` to have it not from the system. */
export async function launchBrowser(): Promise<Browser> {
  const wanted = process.env['DOORSTEP_TEST_CHROMIUM'];
  const installed = wanted ?? INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined && installed !== 'fetched')
    return chromium.launch({ executablePath: installed, args: FLAGS });
  const { executablePath, args, env } = await fetchChromium();
  return chromium.launch({ executablePath, args: [...args, ...FLAGS], env });
}
