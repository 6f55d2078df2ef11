import { useId } from 'react';

const petal = 'M0 -5C-9 -11 -11 -25 0 -38C11 -25 9 -11 0 -5Z';
const turns = [0, 72, 144, 216, 288];

/**
 * The mark: a ban flower (hoa ban) with five petals, the upright one veined darker.
 * `size` in pixels; `title` names it for screen readers, without it the mark is decoration.
 */
export function BanFlower({ size = 32, title }: { size?: number; title?: string }) {
  const titleId = useId();
  return (
    <svg
      width={size}
      height={size}
      viewBox="-44 -44 88 88"
      role={title ? 'img' : undefined}
      aria-hidden={title ? undefined : true}
      aria-labelledby={title ? titleId : undefined}
    >
      {title ? <title id={titleId}>{title}</title> : null}
      {turns.map((turn) => (
        <path
          key={turn}
          d={petal}
          transform={`rotate(${turn}) scale(1.1)`}
          fill={turn === 0 ? '#8c3b7a' : '#c77ab4'}
          stroke="#fff"
          strokeWidth="1.5"
        />
      ))}
      <g stroke="#fff" strokeWidth="2" strokeLinecap="round" fill="none">
        <path d="M0 -14V-30M0 -20L-4 -26M0 -20L4 -26" />
        <path d="M0 0C-3 7 -5 12 -9 16M0 0C0 8 1 13 1 19M0 0C4 6 8 10 12 13" stroke="#702d61" />
      </g>
      <circle r="4" fill="#f0bd62" />
    </svg>
  );
}
