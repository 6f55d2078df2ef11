import { useQueryClient } from '@tanstack/react-query';
import { ConflictDialog, problemOf } from '#platform/ui';

/** What somebody saved meanwhile, out of the refusal `plan.editedMeanwhile`; undefined for every other refusal. */
export function theirsOf<Theirs extends { readonly version: number }>(error: unknown): Theirs | undefined {
  if (!error) return undefined;
  const { code, facts } = problemOf(error);
  return code === 'plan.editedMeanwhile' ? (facts?.theirs as Theirs | undefined) : undefined;
}

/**
 * Shows both texts when a save was refused because somebody else saved first; stays away for other refusals.
 * `inWords` tells a version in the reader's language; `onKeepMine` gets the version to save over.
 */
export function EditConflict<Theirs extends { readonly version: number }>({
  error,
  mine,
  inWords,
  onTakeTheirs,
  onKeepMine,
  onClose,
}: {
  error: unknown;
  mine: string;
  inWords: (theirs: Theirs) => string;
  onTakeTheirs: (theirs: Theirs) => void;
  onKeepMine: (version: number) => void;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const theirs = theirsOf<Theirs>(error);
  /** The page still shows what was there before the other save. */
  const readAgain = () => void queries.invalidateQueries({ queryKey: ['plan'] });
  return (
    <ConflictDialog
      opened={theirs !== undefined}
      theirs={theirs ? inWords(theirs) : ''}
      mine={mine}
      onClose={() => {
        onClose();
        readAgain();
      }}
      onTakeTheirs={() => {
        if (theirs) onTakeTheirs(theirs);
        readAgain();
      }}
      onKeepMine={() => {
        if (theirs) onKeepMine(theirs.version);
      }}
    />
  );
}
