import { useEffect, useState } from 'preact/hooks';
import { isBroadcast } from '../messages/is-broadcast.ts';
import { createSend } from '../messages/send.ts';
import { runtime, sendToBackground } from '../platform/browser.ts';
import type { Language } from '../platform/i18n.ts';

const ask = createSend(sendToBackground);

/** The language chosen in the popup, and its changes. Vietnamese until the background answers, and if it does not. */
export function useLanguageChoice(): Language {
  const [language, setLanguage] = useState<Language>('vi');
  useEffect(() => {
    const read = async () => {
      const reply = await ask('house', {});
      if (reply.ok) setLanguage(reply.value.language);
    };
    const hear = (message: unknown) => {
      if (isBroadcast(message)) void read();
    };
    void read();
    runtime.onMessage.addListener(hear);
    return () => runtime.onMessage.removeListener(hear);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return language;
}
