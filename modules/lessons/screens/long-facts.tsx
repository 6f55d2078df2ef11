import styles from './lessons.module.css';

/** Names with long texts under them, whose lines are kept; texts that are empty are left out. */
export function LongFacts({
  facts,
}: {
  facts: readonly { readonly name: string; readonly value: string | null | undefined }[];
}) {
  return (
    <dl className={styles.long}>
      {facts
        .filter(({ value }) => value)
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
