import { CurrentLink } from '../layout/current-link.tsx';
import { type Address, mergeAddress, useAddress } from '../state/use-address.ts';
import styles from './data.module.css';

/**
 * Filters that are links: the choice lives in the address under `name`, so it can be bookmarked and sent.
 * The option with value '' is the default and leaves the address clean. `clears` names other keys that a new choice resets
 * (a page cursor).
 */
export function FilterChips({
  name,
  label,
  options,
  clears = [],
}: {
  name: string;
  label: string;
  options: readonly { value: string; label: string; count?: number | undefined }[];
  clears?: readonly string[];
}) {
  const { address } = useAddress();
  const chosen = address[name] ?? '';
  return (
    <nav aria-label={label} className={styles.chips}>
      {options.map((option) => (
        <CurrentLink
          key={option.value}
          to="."
          search={
            ((before: Address) =>
              mergeAddress(before, {
                [name]: option.value,
                ...Object.fromEntries(clears.map((key) => [key, ''])),
              })) as never
          }
          resetScroll={false}
          className={styles.chip}
          data-keeps-focus
          current={chosen === option.value ? 'true' : undefined}
        >
          {option.label}
          {option.count === undefined ? null : <span className={styles.chipCount}>{option.count}</span>}
        </CurrentLink>
      ))}
    </nav>
  );
}
