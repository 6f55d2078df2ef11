import { useTranslation } from 'react-i18next';
import styles from './classes.module.css';

/** How full a class is: pupils against the limit that holds for it; the number says the same as the bar. */
export function SizeBar({ pupils, limit }: { pupils: number; limit: { pupils: number; source: string } }) {
  const { t } = useTranslation('people');
  const isOver = pupils > limit.pupils;
  return (
    <span
      className={styles.size}
      title={t('class.limitSource', { limit: limit.pupils, source: limit.source })}
    >
      <span className={styles.track} aria-hidden>
        <span
          className={styles.fill}
          data-over={isOver}
          style={{ display: 'block', width: `${Math.min(100, (pupils / limit.pupils) * 100)}%` }}
        />
      </span>
      <span className={styles.number} data-over={isOver}>
        {t('class.sizeOf', { pupils, limit: limit.pupils })}
      </span>
    </span>
  );
}
