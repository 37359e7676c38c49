/** The product's mark: a folder tab that is also a speech bubble. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="var(--action)"
        d="M4 8a3 3 0 0 1 3-3h6.2a3 3 0 0 1 2.4 1.2L17 8h8a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H14.5l-5.2 4.4A.8.8 0 0 1 8 27.8V24H7a3 3 0 0 1-3-3z"
      />
      <path fill="#fff" d="M9.5 13h13a1 1 0 0 1 0 2h-13a1 1 0 0 1 0-2zm0 4.5h8.5a1 1 0 0 1 0 2H9.5a1 1 0 0 1 0-2z" />
    </svg>
  );
}
