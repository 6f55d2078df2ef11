import styles from './phone-label.module.css';

/** Names a value on a phone, where a list shows cards without a header. */
export function PhoneLabel({ name }: { name: string }) {
  return <span className={styles.label}>{name}: </span>;
}
