import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ConfirmDialog, toast } from '#platform/ui';
import type { Preview } from './preview.ts';

/** Says what will be written and what stays behind, then does it all at once. */
export function AcceptDialog({ data, onClose }: { data: Preview; onClose: () => void }) {
  const { t } = useTranslation('import');
  const { counts, version, fingerprint } = data;
  const accept = useCommand({
    run: (leaveOutFaulty: boolean, init) =>
      answer(
        api.POST('/api/people/imports/{importId}/acceptance', {
          params: { path: { importId: data.id } },
          body: { version, fingerprint, leaveOutFaulty },
          ...init,
        }),
      ),
    onDone: (done) => {
      toast({ tone: 'done', text: t('preview.accepted', { ...done }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t('accept.title')}
      confirm={counts.faulty > 0 ? t('accept.without', { count: counts.faulty }) : t('accept.confirm')}
      busy={accept.isPending}
      error={accept.error}
      onConfirm={() => accept.mutate(counts.faulty > 0)}
      onClose={onClose}
    >
      <p>{t('accept.what', { new: counts.new, changed: counts.changed, year: data.schoolYear.name })}</p>
      {counts.faulty + counts.skipped > 0 ? (
        <p>{t('accept.left', { count: counts.faulty + counts.skipped })}</p>
      ) : null}
      {counts.warnings > 0 ? <p>{t('accept.warnings', { count: counts.warnings })}</p> : null}
    </ConfirmDialog>
  );
}
