import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels, SUMMIT } from './archive.ts';
import { describeInChromium } from './chromium.ts';

/** Another site that notes what it is asked for. */
let counter: Server;
let elsewhere: string;
const connections: Socket[] = [];
const asked: string[] = [];

let facade: TestFacade;
beforeAll(async () => {
  counter = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  counter.on('connection', (socket) => connections.push(socket));
  await new Promise<void>((resolve) => counter.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://127.0.0.1:${(counter.address() as AddressInfo).port}`;
  facade = await startFacade(ARCHIVE, {
    labels: archiveLabels,
    storedPage: async ({ id }) =>
      id === SUMMIT.id ? Buffer.from(hostilePage(elsewhere), 'utf8') : null,
  });
});
afterAll(async () => {
  for (const socket of connections) socket.destroy();
  await new Promise((resolve) => counter.close(resolve));
  await facade.stop();
});

/** Everything we know of that makes a browser call out, run or leave by itself. */
function hostilePage(site: string): string {
  return `<!doctype html><html><head><base href="${site}/base/">
<meta http-equiv="refresh" content="0; url=${site}/refresh">
<meta http-equiv="Content-Security-Policy" content="default-src *">
<link rel="stylesheet" href="${site}/sheet.css"><link rel="icon" href="${site}/icon.png">
<link rel="preload" as="image" href="${site}/preload.png"><link rel="prefetch" href="${site}/prefetch">
<link rel="preconnect" href="${site}"><link rel="dns-prefetch" href="${site}">
<link rel="modulepreload" href="${site}/module.js"><link rel="manifest" href="${site}/manifest.json">
<link rel="prerender" href="${site}/prerender">
<style>@import url("${site}/import.css");
@font-face { font-family: far; src: url("${site}/font.woff2") }
body { font-family: far; background: url("${site}/background.png") } li { list-style: url("${site}/bullet.png") }</style>
<script>globalThis.broken = 1; fetch("${site}/fetch"); parent.broken = 1; top.location = "${site}/top"</script>
<script src="${site}/script.js"></script><script type="module" src="${site}/module.js"></script>
<script type="speculationrules">{"prefetch":[{"urls":["${site}/speculation"]}]}</script></head>
<body background="${site}/body.png" onload="globalThis.broken = 1"><h1>The stored page</h1>
<img src="${site}/image.png" srcset="${site}/image2.png 2x" onerror="globalThis.broken = 1"><img src="relative.png">
<picture><source srcset="${site}/source.png"><img src="${site}/picture.png"></picture>
<video src="${site}/video.mp4" poster="${site}/poster.png" autoplay></video><audio src="${site}/audio.mp3" autoplay></audio>
<iframe src="${site}/frame"></iframe><iframe srcdoc="<img src='${site}/srcdoc.png'>"></iframe>
<object data="${site}/object"></object><embed src="${site}/embed">
<svg><image href="${site}/svg.png"/><use href="${site}/use.svg#a"/></svg>
<input type="image" src="${site}/input.png" autofocus onfocus="globalThis.broken = 1"><details open ontoggle="globalThis.broken = 1"></details>
<ul><li>a bullet</li></ul><a href="${site}/link" ping="${site}/ping">A link</a>
<form action="${site}/form" method="post"><button>Send</button></form></body></html>`;
}

describeInChromium('A hostile stored page', (visit) => {
  it('connects to nobody, fetches nothing, runs nothing and goes nowhere, in its frame and by itself', async () => {
    const { page } = await visit(`${facade.url}/dispatches/${SUMMIT.id}/stored`);
    const frame = page.frameLocator('#stored');
    await frame.getByRole('heading', { name: 'The stored page' }).waitFor();
    await frame.getByRole('button', { name: 'Send' }).click();
    await page.waitForTimeout(1_000);
    expect(page.url()).toBe(`${facade.url}/dispatches/${SUMMIT.id}/stored`);
    expect(await page.evaluate('globalThis.broken')).toBeUndefined();
    const own = `${facade.url}/dispatches/${SUMMIT.id}/stored/page`;
    expect(page.frames()[1]?.url()).toBe(own);
    await page.goto(own);
    await page.getByRole('heading', { name: 'The stored page' }).waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForTimeout(1_000);
    expect(page.url()).toBe(own);
    expect(await page.evaluate('globalThis.broken')).toBeUndefined();
    expect(asked).toEqual([]);
    expect(connections).toHaveLength(0);
  });

  it('does not become the page of another site when a reader clicks a link in it', async () => {
    const { page } = await visit(`${facade.url}/dispatches/${SUMMIT.id}/stored`);
    await page.frameLocator('#stored').getByRole('link', { name: 'A link' }).click();
    await page.waitForTimeout(1_000);
    expect(page.frames()[1]?.url()).not.toContain(elsewhere);
    expect(asked).toEqual([]);
  });

  it('is told apart from the page that was read, by its hash', async () => {
    const { page, errors } = await visit(`${facade.url}/dispatches/${SUMMIT.id}/stored`);
    expect(await page.locator('.notice').textContent()).toContain('The file has changed');
    expect(
      errors.filter(
        (error) => !/sandbox|Content Security Policy|Unsafe attempt to load/i.test(error),
      ),
    ).toEqual([]);
  });

  it('cannot be framed by another site, or taken for a page of ours', async () => {
    const answer = await facade.get(`/dispatches/${SUMMIT.id}/stored/page`);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toMatch(/^sandbox; default-src 'none';/);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('script-src');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is to be had byte by byte, as a file', async () => {
    const answer = await facade.get(`/dispatches/${SUMMIT.id}/stored/bytes`);
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(hostilePage(elsewhere));
    expect(answer.headers.get('content-disposition')).toContain('attachment');
  });

  it('that is not there is no page', async () => {
    expect((await facade.get('/dispatches/harvest-0001/stored')).status).toBe(404);
    expect((await facade.get('/dispatches/harvest-0001/stored/page')).status).toBe(404);
  });
});
