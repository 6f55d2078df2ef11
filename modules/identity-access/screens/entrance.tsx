import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcer, announce, BanFlower, useOnline } from '#platform/ui';
import styles from './entrance.module.css';
import { LanguageLinks } from './language-links.tsx';

/** The plain page around the steps of signing in. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('identity');
  const online = useOnline();
  useEffect(() => {
    document.title = t('ui:page.documentTitle', { title });
    announce(title);
  }, [title, t]);
  return (
    <div className={styles.entrance}>
      <main className={styles.card}>
        <div className={styles.brand}>
          <BanFlower size={48} />
          <div>
            <strong>{t('shell:product')}</strong>
            <span>{t('signIn.motto')}</span>
          </div>
        </div>
        <h1>{title}</h1>
        {online ? null : (
          <p role="status" className={styles.offline}>
            {t('signIn.offline')}
          </p>
        )}
        {children}
      </main>
      <footer className={styles.foot}>
        <LanguageLinks />
      </footer>
      <Announcer />
    </div>
  );
}
