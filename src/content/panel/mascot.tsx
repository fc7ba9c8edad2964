/** The house's mark: a speech bubble that smiles (same drawing as `src/ui/icon.svg`). */
export function Mascot() {
  return (
    <svg class="mascot" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        class="mascot-bubble"
        d="M4 0h8a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H9l-3.4 2c-.4.2-.6 0-.6-.4V14H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z"
      />
      <rect class="mascot-eye" x="4" y="4" width="2" height="3" rx="1" />
      <rect class="mascot-eye" x="10" y="4" width="2" height="3" rx="1" />
      <path class="mascot-smile" d="M4.2 8.7c1 1.7 2.3 2.5 3.8 2.5s2.8-.8 3.8-2.5" />
    </svg>
  );
}
