import { useTranslation } from 'react-i18next';
import { useMay } from '#api';
import { Page } from '#platform/ui';
import { Archives } from './archives.tsx';
import { Overview } from './overview.tsx';
import { Queue } from './queue.tsx';

/** Transcripts: what waits for the person, and for the office how far each class is. */
export default function TranscriptPage() {
  const { t } = useTranslation('transcript');
  const may = useMay();
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <Queue />
      {may('transcript.getOverview') ? <Overview /> : null}
      {may('transcript.listArchives') ? <Archives /> : null}
    </Page>
  );
}
