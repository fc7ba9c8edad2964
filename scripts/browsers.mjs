// @ts-check
// Finds (and on Debian as root installs) the browsers that `npm start` and `npm test` drive. Plain JavaScript
// without dependencies: it runs before `npm ci` has.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** Names on PATH, then well-known places, in the order we prefer them. @type {Record<BrowserName, {variable: string, commands: string[], places: string[], debian: string}>} */
const KNOWN = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\CocCoc\\Browser\\Application\\browser.exe',
    ],
    debian: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
    ],
    debian: 'firefox-esr',
  },
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of an installed browser, or null. An environment variable (CHROMIUM_PATH, FIREFOX_PATH) wins.
 * @param {BrowserName} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  const known = KNOWN[name];
  const chosen = process.env[known.variable];
  if (chosen) return isExecutable(chosen) ? chosen : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = known.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...known.places].find(isExecutable) ?? null;
}

/** True where we may install packages ourselves: root on Debian or a system made from it. */
function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** What a person must do when a browser is missing and we cannot install it. @param {BrowserName[]} missing */
function sayWhatToInstall(missing) {
  for (const name of missing) {
    const { debian, variable } = KNOWN[name];
    console.error(
      `Missing browser: ${name}. Install it (Debian/Ubuntu: "sudo apt-get install ${debian}"; macOS/Windows: from its ` +
        `maker's site), or set ${variable} to the path of its program, then run the command again.`,
    );
  }
}

/**
 * Makes sure that the named browsers are there: installs missing ones from the distribution where it can,
 * otherwise says exactly what to install.
 * @param {BrowserName[]} names
 * @returns {Partial<Record<BrowserName, string>>} paths, by name
 * @throws {Error} if one is still missing
 */
export function ensureBrowsers(names) {
  const missing = names.filter((name) => findBrowser(name) === null);
  if (missing.length > 0 && canInstall()) {
    const packages = missing.map((name) => KNOWN[name].debian);
    console.log(`Installing ${packages.join(' and ')} from the distribution …`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // A stale package list offers versions that are no longer on the mirror.
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fonts-noto-core'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    });
  }
  const stillMissing = names.filter((name) => findBrowser(name) === null);
  if (stillMissing.length > 0) {
    sayWhatToInstall(stillMissing);
    throw new Error(`missing: ${stillMissing.join(', ')}`);
  }
  return Object.fromEntries(names.map((name) => [name, findBrowser(name) ?? '']));
}
