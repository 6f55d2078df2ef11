import { ConflictDialog, problemOf } from '#platform/ui';

/**
 * Shows both versions when a save was refused because somebody else saved first (`people.changedMeanwhile`); stays away for other
 * refusals. `inWords` tells a version in the reader's language; `onKeepMine` gets the version number to save over.
 */
export function ChangedMeanwhile<Theirs extends { readonly version: number }>({
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
  onTakeTheirs: () => void;
  onKeepMine: (version: number) => void;
  onClose: () => void;
}) {
  const problem = error ? problemOf(error) : undefined;
  const theirs =
    problem?.code === 'people.changedMeanwhile' ? (problem.facts?.current as Theirs | undefined) : undefined;
  return (
    <ConflictDialog
      opened={theirs !== undefined}
      theirs={theirs ? inWords(theirs) : ''}
      mine={mine}
      onClose={onClose}
      onTakeTheirs={onTakeTheirs}
      onKeepMine={() => {
        if (theirs) onKeepMine(theirs.version);
      }}
    />
  );
}
