/** A square code, always dark on white with its quiet edge, whatever the colours of the page. */
import type { IssuedCard } from '../api';

const QUIET = 4;

export function QrCode({ code, label }: { code: IssuedCard['qr']; label: string }) {
  const side = code.size + 2 * QUIET;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={code.path} transform={`translate(${QUIET} ${QUIET})`} fill="#000" />
    </svg>
  );
}
