/** What merely being told of every change costs: our own observer's questions, and nothing done with the answers. */
new MutationObserver(() => undefined).observe(document, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
});
