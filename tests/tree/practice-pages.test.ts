import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOSSIER, practiceDossiers } from '../pages/dossiers.ts';
import { NAMED_ROUTES } from '../pages/routes.ts';
import { type PracticePortal, startPracticePortal } from '../pages/server.ts';

/** A working morning: Wednesday 25/11/2026, 09:00 in Vietnam. */
const MORNING = Date.UTC(2026, 10, 25, 2);

let portal: PracticePortal;
beforeAll(async () => {
  portal = await startPracticePortal({ now: () => MORNING });
}, 30_000);
afterAll(() => portal.close());

interface Answer {
  readonly status: number | undefined;
  readonly policy: string | undefined;
  readonly text: string;
}

/** Asks the loopback server for a page of a named host, as a browser with the host map would. */
function get(address: string): Promise<Answer> {
  const { hostname, pathname, search } = new URL(address);
  const options = { host: '127.0.0.1', port: portal.httpPort, path: pathname + search, headers: { host: hostname } };
  return new Promise((resolve, reject) => {
    const asked = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      const policy = response.headers['content-security-policy'];
      response.on('end', () => resolve({ status: response.statusCode, policy: policy?.toString(), text }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Addresses of the scripts and styles a page loads. */
function assetsOf(page: string, text: string): string[] {
  return [...text.matchAll(/(?:src|href)="(\/o\/[^"]+)"/g)].map(([, path = '']) => new URL(path, page).href);
}

describe('the practice portal', () => {
  it.each(Object.entries(NAMED_ROUTES))('answers %s with everything it loads', async (_name, address) => {
    const page = await get(address);
    expect(page.status).toBe(200);
    for (const asset of assetsOf(address, page.text)) expect((await get(asset)).status).toBe(200);
  });

  it('loads nothing from elsewhere and runs no inline script', async () => {
    for (const address of Object.values(NAMED_ROUTES)) {
      const { text } = await get(address);
      expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
      expect(text).not.toMatch(/<script(?![^>]*(?:src=|type="application\/json"))/);
    }
  });

  it('sends the strict policy on its own variant only', async () => {
    expect((await get(NAMED_ROUTES['opencps strict CSP'] ?? '')).policy).toBe("default-src 'self'");
    expect((await get(NAMED_ROUTES['opencps detail'] ?? '')).policy).toBeUndefined();
  });

  it('knows no other host', async () => {
    expect((await get('https://khong-co.example/')).status).toBe(404);
  });
});

describe('the practice dossiers', () => {
  const dossiers = practiceDossiers(MORNING);
  const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));

  it('hold one for each purpose, with well-formed codes', () => {
    expect([...byId.keys()].sort()).toEqual(Object.values(DOSSIER).sort());
    for (const { code, received } of dossiers)
      expect(code).toMatch(received === null ? /^$/ : /^H27\.128\.14-\d{6}-\d{4}$/);
  });

  it('are due in working time from now', () => {
    const wall = MORNING + 7 * 3_600_000;
    expect(byId.get(DOSSIER.dueInAnHour)?.due).toBe(wall + 3_600_000);
    expect(byId.get(DOSSIER.dueTomorrow)?.due).toBe(wall + 24 * 3_600_000);
    expect(byId.get(DOSSIER.withoutDue)?.due).toBeNull();
    expect(byId.get(DOSSIER.malformedDue)?.due).toBeTypeOf('string');
    const early = byId.get(DOSSIER.dueBeforeReceived);
    expect(Number(early?.due)).toBeLessThan(Number(early?.received));
  });
});
