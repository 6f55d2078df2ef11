import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sendFile } from '#api';
import { FileDrop, ProblemAlert } from '#platform/ui';

/** Endings of the files the plan keeps. */
const fileEndings = ['.pdf', '.docx', '.xlsx', '.png', '.jpg', '.jpeg', '.webp'];

/** Takes a file and sends it to `address` with its progress; everything of the plan is read again afterwards. */
export function FileSender({
  label,
  address,
  onSent,
}: {
  label: string;
  address: string;
  onSent?: (fileName: string) => void;
}) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const sending = useRef<{ stop: () => void }>(undefined);

  async function send(file: File) {
    setError(undefined);
    setProgress(0);
    const upload = sendFile<unknown>(address, file, setProgress);
    sending.current = upload;
    try {
      await upload.answer;
      onSent?.(file.name);
      await queries.invalidateQueries({ queryKey: ['plan'] });
    } catch (caught) {
      if (!(caught instanceof DOMException && caught.name === 'AbortError')) setError(caught);
    } finally {
      setProgress(undefined);
    }
  }

  return (
    <div>
      <FileDrop
        label={label}
        accept={fileEndings}
        progress={progress}
        onFile={(file) => void send(file)}
        onStop={() => sending.current?.stop()}
      />
      {error ? <ProblemAlert error={error} /> : null}
    </div>
  );
}
