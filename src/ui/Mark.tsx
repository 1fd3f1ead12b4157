/** The mark of the service: houses on a hill. Invented for it; it is not the emblem of the municipality. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false">
      <rect width="48" height="48" rx="10" fill="currentColor" opacity=".14" />
      <path d="M6 38V27h7v-6h8v8h5V15h9v9h7v14z" fill="currentColor" />
      <path class="mark-windows" d="M27 19h3v4h-3zM16 25h3v4h-3zM36 28h3v4h-3zM28 28h3v4h-3z" />
    </svg>
  );
}
