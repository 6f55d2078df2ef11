import { useTranslation } from 'react-i18next';
import { BanFlower, CurrentLink } from '#platform/ui';
import type { Area } from './areas.ts';
import styles from './frame.module.css';

/** The left rail: areas of work; the pages of the area one is in stand under it. */
export function Rail({
  areas,
  here,
}: {
  areas: readonly Area[];
  here: { work: string; to: string } | undefined;
}) {
  const { t } = useTranslation('shell');
  return (
    <nav aria-label={t('rail.label')} className={styles.rail}>
      <CurrentLink to="/" className={styles.brand}>
        <BanFlower size={28} />
        {t('product')}
      </CurrentLink>
      <AreaList areas={areas} here={here} />
    </nav>
  );
}

/** Areas and, for `here` (or all when `open`), their pages. */
export function AreaList({
  areas,
  here,
  open,
  onGo,
}: {
  areas: readonly Area[];
  here: { work: string; to: string } | undefined;
  open?: boolean;
  onGo?: () => void;
}) {
  const { t } = useTranslation('shell');
  return (
    <ul className={styles.areas}>
      {areas.map((area) => {
        const isHere = here?.work === area.work;
        const [first] = area.pages;
        if (!first) return null;
        return (
          <li key={area.work}>
            <CurrentLink
              to={first.to}
              className={styles.area}
              data-here={isHere || undefined}
              current={isHere && area.pages.length === 1 ? 'page' : undefined}
              {...(onGo ? { onClick: onGo } : {})}
            >
              <area.icon size={20} stroke={1.6} aria-hidden />
              {t(`rail.${area.work}`)}
            </CurrentLink>
            {area.pages.length > 1 && (open || isHere) ? (
              <ul className={styles.pages}>
                {area.pages.map((page) => (
                  <li key={page.to}>
                    <CurrentLink
                      to={page.to}
                      current={here?.to === page.to ? 'page' : undefined}
                      {...(onGo ? { onClick: onGo } : {})}
                    >
                      {t(`nav.${page.name}`)}
                    </CurrentLink>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
