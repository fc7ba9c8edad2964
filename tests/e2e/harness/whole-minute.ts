/** What compares deadlines with what was said a while ago takes no longer. */
const TAKES_MS = 12_000;
const MINUTE_MS = 60_000;

/** In office hours a deadline says another minute when one is over: near its end this waits until the next has begun. */
export async function wholeMinute(): Promise<void> {
  const left = MINUTE_MS - (Date.now() % MINUTE_MS);
  if (left < TAKES_MS) await new Promise((resolve) => setTimeout(resolve, left + 50));
}
