/** Tail of each queue. Lives as long as the worker: what is not done when it dies was not acknowledged. */
const tails = new Map<string, Promise<unknown>>();

/** Runs tasks of one name strictly one after another, in the order they were asked for; a failure stops nobody else. */
export function inTurn<T>(name: string, task: () => Promise<T>): Promise<T> {
  const turn = (tails.get(name) ?? Promise.resolve()).then(task);
  tails.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
}
