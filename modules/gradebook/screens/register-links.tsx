import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The official book of a class, or the own one of a teacher: to print and sign, or to edit in Word. */
export function RegisterLinks({ of, address }: { of: 'class' | 'mine'; address: string }) {
  const { t } = useTranslation('gradebook');
  const parts = address.includes('?') ? '&' : '?';
  return (
    <>
      <Button component="a" variant="default" download href={`${address}${parts}format=pdf`}>
        {t(of === 'class' ? 'register.classPdf' : 'register.minePdf')}
      </Button>
      <Button component="a" variant="default" download href={`${address}${parts}format=docx`}>
        {t(of === 'class' ? 'register.classWord' : 'register.mineWord')}
      </Button>
    </>
  );
}
