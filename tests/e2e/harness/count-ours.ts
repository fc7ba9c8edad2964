/** Counts every element of ours that a page is ever given, as `__ours`. Runs in the page before anything else of it. */
export function countOurs(): void {
  Object.assign(window, { __ours: 0 });
  new MutationObserver((records) => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
    const ours = added.filter(({ nodeName }) => nodeName.toLowerCase().startsWith('than-thien')).length;
    Object.assign(window, { __ours: (Reflect.get(window, '__ours') as number) + ours });
  }).observe(document, { subtree: true, childList: true });
}
