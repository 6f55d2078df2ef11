import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../state/use-address.ts';

/** Words to look for, kept in the address under `name` a moment after typing stops. */
export function SearchBox({
  name = 'tim',
  label,
  clears = [],
}: {
  name?: string;
  label: string;
  clears?: readonly string[];
}) {
  const { t } = useTranslation('ui');
  const { address, set } = useAddress();
  const given = address[name] ?? '';
  const [typed, setTyped] = useState(given);
  const [seen, setSeen] = useState(given);
  /** What this box has put into the address and has not seen there yet: until then it is no news, and nobody loses what they type. */
  const [underway, setUnderway] = useState<string>();
  if (seen !== given) {
    setSeen(given);
    if (underway === undefined) setTyped(given);
    else if (underway === given) setUnderway(undefined);
  }
  const cleared = clears.join(' ');
  useEffect(() => {
    if (typed.trim() === given) return;
    const { pathname } = window.location;
    const timer = setTimeout(() => {
      // The person has gone on, only the next page is not here yet: the words are not for that one.
      if (window.location.pathname !== pathname) return;
      const resets = Object.fromEntries(
        cleared
          .split(' ')
          .filter(Boolean)
          .map((key) => [key, '']),
      );
      setUnderway(typed.trim());
      set({ [name]: typed.trim(), ...resets }, { replace: true });
    }, 300);
    return () => clearTimeout(timer);
  }, [typed, given, name, cleared, set]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed ? <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => setTyped('')} /> : null
      }
      style={{ width: 'min(360px, 100%)' }}
    />
  );
}
