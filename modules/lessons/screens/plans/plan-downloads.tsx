import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The plan as saved, as a Word file and as a PDF to print. */
export function PlanDownloads({ planId }: { planId: string }) {
  const { t } = useTranslation('lesson-plans');
  return (['docx', 'pdf'] as const).map((kind) => (
    <Button
      key={kind}
      component="a"
      variant="default"
      download
      href={`/api/lessons/plans/${planId}/file?kind=${kind}`}
    >
      {t(`plan.${kind}`)}
    </Button>
  ));
}
