import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

let text = '';
const listeners = new Set<() => void>();

/** Has a screen reader say `words` (already in the reader's language) once, without moving the focus. */
export function announce(words: string): void {
  text = words;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The one live region of the page; stands in the frame. */
export function Announcer() {
  const words = useSyncExternalStore(subscribe, () => text);
  return (
    <VisuallyHidden role="status" aria-live="polite" data-announcer>
      {words}
    </VisuallyHidden>
  );
}
