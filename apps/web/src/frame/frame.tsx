import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '#api';
import { Announcer, DaysAroundProvider, Toasts } from '#platform/ui';
import { areasFor, pageOf } from './areas.ts';
import { KeepHereBanner, OfflineBanner, OtherYearBanner, UpdateBanner } from './banners.tsx';
import { BottomBar } from './bottom-bar.tsx';
import styles from './frame.module.css';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

const Palette = lazy(() => import('./palette.tsx'));

/** What stands around every page of a person who is signed in. */
export function Frame() {
  const { t } = useTranslation('shell');
  const may = useMay();
  const { today, schoolYear, role } = useMe();
  const path = useLocation({ select: (location) => location.pathname });
  const [searching, setSearching] = useState(false);
  // Loaded with the first search and kept: opening it again is instant.
  const [paletteWanted, setPaletteWanted] = useState(false);
  const areas = areasFor(may, role?.unit.kind);
  const here = pageOf(areas, path);

  function search() {
    setPaletteWanted(true);
    setSearching(true);
  }

  // The search is a small file: fetched when the page has come to rest, so that Ctrl-K never waits for the network.
  useEffect(() => {
    const timer = setTimeout(() => void import('./palette.tsx'), 4000);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setPaletteWanted(true);
        setSearching(true);
      }
    }
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <Rail areas={areas} here={here} />
      <div className={styles.body}>
        <TopBar onSearch={search} />
        <OtherYearBanner />
        <OfflineBanner />
        <KeepHereBanner />
        <UpdateBanner />
        <main id="main" tabIndex={-1} className={styles.main}>
          <Suspense fallback={<p className={styles.waiting}>{t('loading')}</p>}>
            <DaysAroundProvider today={today} from={schoolYear?.startsOn} to={schoolYear?.endsOn}>
              <Outlet />
            </DaysAroundProvider>
          </Suspense>
        </main>
      </div>
      <BottomBar areas={areas} here={here} />
      <Announcer />
      <Toasts />
      {paletteWanted ? (
        <Suspense fallback={null}>
          <Palette opened={searching} areas={areas} onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
