import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { ProblemAlert, toast } from '#platform/ui';
import { type ResultLevel, resultLevels } from '../../rules/index.ts';
import { CommentForm } from '../sheet/comment-form.tsx';
import type { ResultRow } from './results-page.tsx';

/** Conduct of a pupil in a semester with the homeroom teacher's remark, from the bank or in own words. */
export function ConductForm({
  classId,
  row,
  semester,
  onDone,
}: {
  classId: string;
  row: ResultRow;
  semester: 1 | 2;
  onDone: () => void;
}) {
  const { t } = useTranslation('gradebook');
  const may = useMay();
  const own = semester === 1 ? row.semester1 : row.semester2;
  const [level, setLevel] = useState<ResultLevel | ''>(own.conduct ?? '');
  const save = useCommand({
    run: (comment: string, init) =>
      answer(
        api.PUT('/api/gradebook/classes/{classId}/conduct/{semester}', {
          params: { path: { classId, semester } },
          body: {
            rows: [
              {
                pupilId: row.pupilId,
                level: level === '' ? null : level,
                comment: comment || null,
                version: row.conductVersion,
              },
            ],
          },
          ...init,
        }),
      ),
    refreshes: [['gradebook', 'results']],
    onDone: () => {
      toast({ tone: 'done', text: t('conduct.done', { name: row.name }) });
      onDone();
    },
  });
  return (
    <section aria-label={t('conduct.title')}>
      <h3>{t('conduct.title')}</h3>
      {save.error ? <ProblemAlert error={save.error} /> : null}
      <SegmentedControl
        fullWidth
        aria-label={t('conduct.title')}
        data={resultLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
        value={level}
        onChange={(value) => setLevel(value as ResultLevel)}
      />
      <CommentForm
        text={(semester === 1 ? row.comment1 : row.comment2) ?? ''}
        subjectCode={undefined}
        mayAdd={may('gradebook.addPhrase')}
        editable
        onSave={(comment) => save.mutate(comment)}
      />
    </section>
  );
}
