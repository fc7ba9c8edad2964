import type { Share } from './report.ts';

/** 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * A proportion with its 95 % Wilson score interval (E. B. Wilson 1927), which stays right for small n and near 0 and 1.
 * `hits` of `n`; null if n is 0.
 */
export function wilson(hits: number, n: number): Share | null {
  if (n === 0) return null;
  const rate = hits / n;
  const spread = Z * Math.sqrt((rate * (1 - rate)) / n + (Z * Z) / (4 * n * n));
  const middle = rate + (Z * Z) / (2 * n);
  const scale = 1 + (Z * Z) / n;
  const low = hits === 0 ? 0 : (middle - spread) / scale;
  const high = hits === n ? 1 : (middle + spread) / scale;
  return { rate, low, high };
}
