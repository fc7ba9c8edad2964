/** A sentence about what did not work, in kind words, with a shape of its own. */
export function Fault({ text }: { readonly text: string }) {
  return (
    <p class="fault" data-part="fault">
      <svg class="fault-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d="M6 1.4 11 10.4H1ZM6 4.8v2.4M6 8.8h.01" />
      </svg>
      <span>{text}</span>
    </p>
  );
}
