import type { ReactNode } from 'react';
import styles from './layout.module.css';

/** From this length on a text takes the whole width. */
const long = 80;

/** Pairs of name and value; pairs without a value are left out. */
export function Facts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== '')
        .map((fact) => (
          <div key={fact.name} data-long={typeof fact.value === 'string' && fact.value.length > long}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
