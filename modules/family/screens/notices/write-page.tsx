import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { EmptyState, Page, ProblemAlert, useAddress } from '#platform/ui';
import { WriteForm } from './write-form.tsx';

/** Writing a notice; `?ban-nhap=` takes a draft up again. */
export default function WritePage() {
  const { t } = useTranslation('family');
  const { address } = useAddress();
  const draftId = address['ban-nhap'];
  const ground = useQuery({
    queryKey: ['family', 'ground'],
    queryFn: ({ signal }) => answer(api.GET('/api/family/announcements/ground', { signal })),
  });
  const draft = useQuery({
    queryKey: ['family', 'notice', draftId],
    enabled: Boolean(draftId),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/family/announcements/{announcementId}', {
          params: { path: { announcementId: draftId ?? '' } },
          signal,
        }),
      ),
  });
  const error = ground.error ?? draft.error;
  return (
    <Page
      title={t('write.title')}
      lead={t('write.lead')}
      trail={[{ label: t('notices.title'), to: '/thong-bao' }]}
    >
      {error ? <ProblemAlert error={error} /> : null}
      {!error && (!ground.data || (draftId && !draft.data)) ? <Skeleton height={320} /> : null}
      {ground.data && !ground.data.wholeSchool && ground.data.classes.length === 0 ? (
        <EmptyState title={t('write.noClass')}>{t('write.noClassDetail')}</EmptyState>
      ) : null}
      {ground.data &&
      (!draftId || draft.data) &&
      (ground.data.wholeSchool || ground.data.classes.length > 0) ? (
        <WriteForm key={draftId ?? 'new'} ground={ground.data} draft={draft.data} />
      ) : null}
    </Page>
  );
}
