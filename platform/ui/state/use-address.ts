import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type Address = Readonly<Record<string, string>>;

/**
 * State that lives in the address (`?trang-thai=…`): what a link can carry and "back" can restore.
 * `set` merges; undefined or '' removes a key. `replace` keeps typing out of the history.
 */
export function useAddress(): {
  address: Address;
  set: (change: Readonly<Record<string, string | undefined>>, options?: { replace?: boolean }) => void;
} {
  const address = useSearch({ strict: false }) as Address;
  const navigate = useNavigate();
  const set = useCallback(
    (change: Readonly<Record<string, string | undefined>>, options?: { replace?: boolean }) => {
      void navigate({
        to: '.',
        search: (before: Address) => mergeAddress(before, change),
        replace: options?.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { address, set };
}

/** Applies a change to an address; empty values leave it. */
export function mergeAddress(
  before: Address,
  change: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const merged: Record<string, string> = { ...before };
  for (const [key, value] of Object.entries(change)) {
    if (value) merged[key] = value;
    else delete merged[key];
  }
  return merged;
}
