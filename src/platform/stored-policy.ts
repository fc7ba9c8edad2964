import { storage } from './browser.ts';
import { PolicyValues } from './policy-values.ts';

/** The policy as the browser has it. `changed`: it is another than was said before the browser answered. */
export function storedPolicy(changed: () => void): PolicyValues {
  return new PolicyValues({
    // Firefox rejects where there is no policy, Chromium answers with nothing.
    ask: () => storage.managed.get().catch(() => ({})),
    copy: async () => (await storage.local.get('policy')).policy ?? {},
    keep: (policy) => storage.local.set({ policy }),
    changed,
  });
}
