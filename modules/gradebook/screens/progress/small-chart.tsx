import styles from './progress.module.css';

const [width, height] = [240, 72];
const edge = 8;

/** A line of averages (tenths) over the semesters, on the scale 0 to 10 with a mark at 5.0. The table beside it says the same in numbers. */
export function SmallChart({ values }: { values: readonly (number | null)[] }) {
  const step = values.length > 1 ? (width - 2 * edge) / (values.length - 1) : 0;
  const y = (tenths: number) => height - edge - (tenths / 100) * (height - 2 * edge);
  const points = values.flatMap((value, at) =>
    value === null ? [] : [{ x: edge + at * step, y: y(value), at }],
  );
  // A semester without an average breaks the line instead of being guessed.
  const lines = points.flatMap((point, index) => {
    const next = points[index + 1];
    return next && next.at === point.at + 1 ? [{ from: point, to: next }] : [];
  });
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line className={styles.requirement} x1={0} x2={width} y1={y(50)} y2={y(50)} />
      {lines.map(({ from, to }) => (
        <line key={from.at} className={styles.line} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      ))}
      {points.map((point) => (
        <circle
          key={point.at}
          className={(values[point.at] ?? 0) < 50 ? styles.low : styles.dot}
          cx={point.x}
          cy={point.y}
          r={4}
        />
      ))}
    </svg>
  );
}
