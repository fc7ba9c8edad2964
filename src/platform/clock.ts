/** The one place that reads the computer's clock; everything else is handed the time. Epoch ms. */
export function now(): number {
  return Date.now();
}
