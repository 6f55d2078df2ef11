import { FileInput, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '#platform/ui';

/** A signing key as it is being chosen; it lives on this page only. */
export interface KeyDraft {
  readonly by: 'file' | 'token';
  readonly file: File | null;
  readonly token: string;
  readonly secret: string;
}

export const emptyKey: KeyDraft = { by: 'file', file: null, token: '', secret: '' };

/** The key as a request carries it. */
export async function keyOf({ by, file, token, secret }: KeyDraft) {
  return by === 'file'
    ? { kind: 'file' as const, file: file ? await base64Of(file) : '', password: secret }
    : { kind: 'token' as const, token, pin: secret };
}

/** A key file with its password, or a token at the server with its PIN. */
export function KeyFields({ draft, onChange }: { draft: KeyDraft; onChange: (draft: KeyDraft) => void }) {
  const { t } = useTranslation('transcript');
  return (
    <>
      <SegmentedControl
        aria-label={t('sign.by')}
        data={[
          { value: 'file', label: t('sign.file') },
          { value: 'token', label: t('sign.token') },
        ]}
        value={draft.by}
        onChange={(value) => onChange({ ...draft, by: value as KeyDraft['by'] })}
      />
      {draft.by === 'file' ? (
        <FileInput
          label={t('sign.p12')}
          accept=".p12,.pfx"
          value={draft.file}
          onChange={(file) => onChange({ ...draft, file })}
        />
      ) : (
        <TextInput
          label={t('sign.tokenLabel')}
          maxLength={32}
          value={draft.token}
          onChange={(event) => onChange({ ...draft, token: event.currentTarget.value })}
        />
      )}
      <PasswordInput
        label={t(draft.by === 'file' ? 'sign.password' : 'sign.pin')}
        autoComplete="off"
        value={draft.secret}
        onChange={(event) => onChange({ ...draft, secret: event.currentTarget.value })}
      />
      <Notice>{t('sign.notKept')}</Notice>
    </>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('not read'));
    reader.readAsDataURL(file);
  });
}
