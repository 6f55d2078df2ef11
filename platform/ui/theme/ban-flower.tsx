import { useId } from 'react';

const petal = 'M0 -2C-9 -9 -20 -24 -13 -35C-9 -41 -3 -40 0 -37C3 -40 9 -41 13 -35C20 -24 9 -9 0 -2Z';
const turns = [0, 72, 144, 216, 288];

/**
 * The mark: a ban flower (hoa ban) with five petals, the upright one veined darker.
 * `size` in pixels; `title` names it for screen readers, without it the mark is decoration.
 */
export function BanFlower({ size = 32, title }: { size?: number; title?: string }) {
  const titleId = useId();
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: without a title the mark is decoration and hidden.
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
          transform={`rotate(${turn}) scale(1.06)`}
          fill={turn === 0 ? '#8c3b7a' : '#c77ab4'}
          stroke="#fff"
          strokeWidth="1.5"
        />
      ))}
      <g stroke="#fff" strokeWidth="2" strokeLinecap="round" fill="none">
        <path d="M0 -13V-28M0 -18L-5 -25M0 -18L5 -25" />
        <path d="M0 0C-3 6 -5 10 -9 14M0 0C0 7 1 11 1 17M0 0C4 5 7 9 11 12" stroke="#702d61" />
      </g>
      <circle r="4" fill="#f0bd62" />
    </svg>
  );
}
