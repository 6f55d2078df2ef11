import { useTranslation } from 'react-i18next';
import { useMe } from '#api';
import styles from './frame.module.css';

/** The school year one is working in. */
export function YearMenu() {
  const { t } = useTranslation('shell');
  const { schoolYear } = useMe();
  return schoolYear ? <span className={styles.year}>{t('top.year', { name: schoolYear.name })}</span> : null;
}
