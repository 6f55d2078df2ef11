import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Vietnamese or English, each named in itself. The choice is remembered on the device. */
export function LanguageLinks() {
  const { t, i18n } = useTranslation('shell');
  return (
    <Group gap="md">
      {(['vi', 'en'] as const).map((code) => (
        <Anchor
          key={code}
          component="button"
          type="button"
          lang={code}
          size="sm"
          aria-pressed={i18n.language === code}
          fw={i18n.language === code ? 600 : 400}
          onClick={() => i18n.changeLanguage(code)}
        >
          {code === 'vi' ? t('top.vietnamese') : t('top.english')}
        </Anchor>
      ))}
    </Group>
  );
}
