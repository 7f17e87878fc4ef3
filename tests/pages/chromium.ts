import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/**
 * Parts of a window that nobody looks at, and that would cost more than the page in it: the page below the address
 * bar, and a renderer held ready. Only the last such flag counts: what Playwright turns off and a page could notice
 * is named again.
 */
const UNWANTED = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['SpareRendererForSitePerProcess', 'PaintHolding', 'HttpsUpgrades', 'LensOverlay'],
  ...['HttpsFirstBalancedModeAutoEnable', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['ThirdPartyStoragePartitioning', 'MediaRouter', 'OptimizationHints', 'AimEnabled'],
  ...['NetworkTimeServiceQuerying', 'PreconnectToSearch'],
];
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
  `--disable-features=${UNWANTED.join()}`,
];

const executablePath = findChromium();

/** A page of the real browser, and everything that went wrong or went out while it was open. */
export type Visit = {
  readonly page: Page;
  /** Messages of the console that are errors: refused by the policy, scripts that broke. */
  readonly errors: readonly string[];
  /** Addresses of requests to other hosts. */
  readonly foreign: readonly string[];
};

/**
 * A suite in the real Chromium. Without one it is skipped and says so; with `REQUIRE_CHROMIUM=1`
 * (as on the build server) it fails instead.
 */
export function describeInChromium(
  title: string,
  body: (visit: (url: string, options?: BrowserContextOptions) => Promise<Visit>) => void,
): void {
  if (executablePath === null) {
    if (process.env['REQUIRE_CHROMIUM'] === '1') {
      it(`${title}: needs Chromium`, () => {
        expect.fail('No Chromium on this machine: install it or set CHROMIUM_PATH.');
      });
    } else {
      describe.skip(`${title} (skipped: no Chromium; install it or set CHROMIUM_PATH)`, () => {
        it.todo('runs in Chromium');
      });
    }
    return;
  }
  describe(title, { timeout: 120_000 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      started ??= chromium.launch({ executablePath, args: FLAGS });
      browser = await started;
    });
    afterEach(async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    });
    body((url, options) => openVisit(browser, url, options));
  });
}

/** The browser of all tests of this process, with which it ends. */
let started: Promise<Browser> | undefined;

async function openVisit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  // A busy machine takes its time over the first page of a new browser.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  const { host } = new URL(url);
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const requested = new URL(request.url());
    if (requested.protocol.startsWith('http') && requested.host !== host) {
      foreign.push(request.url());
    }
  });
  // Asked for by a page, refused by the policy: nothing went out.
  page.on('requestfailed', (request) => {
    const at = foreign.indexOf(request.url());
    if (at >= 0 && /csp/i.test(request.failure()?.errorText ?? '')) foreign.splice(at, 1);
  });
  await page.goto(url);
  return { page, errors, foreign };
}

function findChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    process.env['CHROMIUM_PATH'] ?? '',
    '/usr/bin/chromium',
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}
