// Opens the practice portal in a browser with the built extension. Called by start.mjs, which has installed
// and built what is needed.
import { Desk } from '../tests/e2e/harness/chromium.ts';
import { NAMED_ROUTES, opencps } from '../tests/pages/routes.ts';
import { walk } from './walk.ts';

const EXTENSION_WAIT_MS = 6_000;

/** Is there a screen to open a window on? CI and servers have none. */
function hasDisplay(): boolean {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Some Chrome builds refuse extensions from the command line; then the debugging pipe may still take one. */
async function loadExtension(desk: Desk): Promise<boolean> {
  const started = await Promise.race([
    desk.worker().then(() => true),
    new Promise<boolean>((done) => setTimeout(() => done(false), EXTENSION_WAIT_MS)),
  ]);
  if (started) return true;
  const session = await desk.context.browser()?.newBrowserCDPSession();
  if (!session) return false;
  // Not in the protocol's published types yet.
  const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  return send('Extensions.loadUnpacked', { path: desk.extension }).then(
    () => true,
    () => false,
  );
}

async function openWindow(desk: Desk): Promise<void> {
  const loaded = await loadExtension(desk);
  if (!loaded) {
    console.log(
      `This browser forbids loading an extension from the command line: open chrome://extensions in the window, ` +
        `switch on "Developer mode" (Chế độ dành cho nhà phát triển), press "Load unpacked" (Tải tiện ích đã giải nén) and choose ${desk.extension}`,
    );
  }
  const page = desk.context.pages()[0] ?? (await desk.context.newPage());
  await page.goto(opencps.list());
  console.log('The practice portal is open in a browser profile of its own; its dossiers and people are invented.');
  console.log('  the addresses are those of real portals, but every one of them leads to this computer only:');
  for (const [name, url] of Object.entries(NAMED_ROUTES)) console.log(`  ${name}: ${url}`);
  console.log('Close the window or press Ctrl-C to end everything.');
  await new Promise<void>((done) => desk.context.once('close', () => done()));
}

const display = hasDisplay();
if (!display) console.log('No display here: walking the main job without a window.');
const WINDOW_FLAGS = ['--start-maximized', '--disable-features=Translate', '--test-type'];
const desk = await Desk.open({
  headless: !display,
  extraFlags: ['--enable-unsafe-extension-debugging', ...(display ? WINDOW_FLAGS : [])],
});

let closing = false;
async function end(code: number): Promise<void> {
  if (closing) return;
  closing = true;
  await desk.close().catch(() => undefined);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(130));

try {
  await (display ? openWindow(desk) : walk(desk, console.log));
  await end(0);
} catch (error) {
  if (!closing) {
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}
