/** A generator of numbers from 0 to `below` − 1, the same for the same seed (Lehmer, as Park and Miller describe it). */
export function seeded(seed: number): (below: number) => number {
  let state = seed % 2_147_483_647 || 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
