import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#platform/i18n';
import styles from '../family.module.css';

interface Message {
  readonly id: string;
  readonly author: string;
  readonly fromFamily: boolean;
  readonly body: string;
  readonly sentAt: string;
}

/** What was said, in order; the own side stands right. `family` null: a third person looks on. */
export function Talk({
  messages,
  family,
  otherReadAt = null,
}: {
  messages: readonly Message[];
  family: boolean | null;
  otherReadAt?: string | null;
}) {
  const { t } = useTranslation('family');
  return (
    <ol className={styles.talk}>
      {messages.map(({ id, author, fromFamily, body, sentAt }) => {
        const own = family !== null && fromFamily === family;
        const seen = own && otherReadAt !== null && otherReadAt >= sentAt;
        return (
          <li key={id} data-own={own || undefined}>
            <span className={styles.soft}>
              {own ? t('talk.me') : author} · {formatDateTime(sentAt)}
              {seen ? ` · ${t('talk.seen')}` : ''}
            </span>
            <span className={styles.body}>{body}</span>
          </li>
        );
      })}
    </ol>
  );
}
