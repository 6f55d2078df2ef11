import type { TFunction } from 'i18next';
import { readDevice } from '#screens/identity-access';

/** 'Chrome trên Android', in the reader's language (words of identity: the list of sessions names devices the same way). */
export function deviceName(userAgent: string, t: TFunction<'sync'>): string {
  const { browser, system } = readDevice(userAgent);
  return t('identity:sessions.device', {
    browser: browser ?? t('identity:sessions.anyBrowser'),
    system: system ?? t('identity:sessions.anySystem'),
  });
}
