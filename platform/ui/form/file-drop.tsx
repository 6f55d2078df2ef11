import { Button, Progress } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form.module.css';

/** Why a file is not taken: seen in the browser before a byte is sent. */
export type FileFault = 'empty' | 'tooLarge' | 'wrongType';

/** Checks name and size of a file; `accept` lists endings with the dot, lower case. */
export function fileFault(
  file: { name: string; size: number },
  accept: readonly string[],
  maxBytes: number,
): FileFault | undefined {
  if (accept.length > 0 && !accept.some((ending) => file.name.toLowerCase().endsWith(ending))) {
    return 'wrongType';
  }
  if (file.size === 0) return 'empty';
  if (file.size > maxBytes) return 'tooLarge';
  return undefined;
}

/**
 * Takes one file by drop, click or keyboard. Says no at once to a wrong ending, an empty or too large file.
 * `progress` 0-1 while it is being sent; `onStop` offers to stop the sending.
 */
export function FileDrop({
  label,
  accept,
  maxBytes = 20 * 1024 * 1024,
  progress,
  onFile,
  onStop,
  hint,
}: {
  label: string;
  accept: readonly string[];
  maxBytes?: number;
  progress?: number | undefined;
  onFile: (file: File) => void;
  onStop?: () => void;
  hint?: string;
}) {
  const { t } = useTranslation('ui');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [file, setFile] = useState<{ name: string; fault: FileFault | undefined }>();
  const busy = progress !== undefined;

  function take(files: FileList | null) {
    const [first] = files ?? [];
    if (!first || busy) return;
    const fault = fileFault(first, accept, maxBytes);
    setFile({ name: first.name, fault });
    if (!fault) onFile(first);
    // The same file can be chosen again after it was mended.
    if (input.current) input.current.value = '';
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }

  const limits = t('file.limits', {
    types: accept.join(', '),
    megabytes: Math.floor(maxBytes / 1024 / 1024),
  });
  return (
    <div>
      <label
        htmlFor={id}
        className={styles.drop}
        data-over={over || undefined}
        data-busy={busy || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={28} aria-hidden />
        <strong>{label}</strong>
        <span className={styles.hint}>{hint ?? t('file.how')}</span>
        <span className={styles.hint}>{limits}</span>
        <input
          type="file"
          id={id}
          ref={input}
          className={styles.input}
          accept={accept.join(',')}
          disabled={busy}
          aria-describedby={`${id}-state`}
          onChange={(event) => take(event.currentTarget.files)}
        />
      </label>
      <div id={`${id}-state`} aria-live="polite" style={{ marginTop: 8 }}>
        {file?.fault ? (
          <span style={{ color: 'var(--hb-late)' }}>
            {t(`file.fault.${file.fault}`, {
              name: file.name,
              megabytes: Math.floor(maxBytes / 1024 / 1024),
            })}
          </span>
        ) : null}
        {busy ? (
          <>
            <span>{t('file.sending', { name: file?.name ?? '', percent: Math.round(progress * 100) })}</span>
            <Progress value={progress * 100} aria-label={t('file.progress')} my={4} />
            {onStop ? (
              <Button variant="default" size="xs" onClick={onStop}>
                {t('file.stop')}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  );
}
