import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { Page, ProblemAlert, Section, toast } from '#platform/ui';
import { PartEditor } from './part-editor.tsx';
import type { Row, RowColumn } from './rows-table.tsx';

/** Annex 3 of the person: drawn from Annex 1 by the teaching assignment, with an own week, equipment and place. */
export default function TeacherPage() {
  const { t } = useTranslation('education-plan');
  const { planId } = useParams({ strict: false }) as { planId: string };
  const may = useMay();
  const queries = useQueryClient();
  const params = { path: { planId } };
  const found = useQuery({
    queryKey: ['education-plan', planId, 'teacher'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/education-plans/{planId}/teacher-plan', { params, signal })),
  });
  const draw = useCommand({
    run: (_: string, init) =>
      answer(api.POST('/api/education-plans/{planId}/teacher-plan', { params, ...init })),
    refreshes: [['education-plan']],
    onDone: ({ added }) => toast({ tone: 'done', text: t('teacher.drawn', { count: added }) }),
  });
  const save = useCommand({
    run: (rows: readonly Row[], init) =>
      answer(
        api.PUT('/api/education-plans/{planId}/teacher-plan', {
          params,
          body: {
            rows: rows.map(({ id, week, equipment, place }) => ({ id, week, equipment, place })),
          } as never,
          ...init,
        }),
      ),
    refreshes: [['education-plan']],
  });
  const trail = [
    { label: t('plans.title'), to: '/ke-hoach-truong' },
    { label: t('plan.short'), to: `/ke-hoach-truong/${planId}` },
  ];
  if (found.error) {
    return (
      <Page title={t('teacher.title')} trail={trail}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  const subjects = found.data?.subjects ?? [];
  const rows = (found.data?.rows ?? []).map((row) => ({
    ...row,
    what: `${row.title} (${subjects.find(({ code }) => code === row.subjectCode)?.name ?? row.subjectCode}${row.strand ? ` – ${row.strand}` : ''} ${row.grade}, ${row.periods})`,
  }));
  const columns: readonly RowColumn[] = [
    { field: 'what', label: t('teacher.lesson'), kind: 'text', shownOnly: true },
    { field: 'week', label: t('column.week'), kind: 'number' },
    { field: 'equipment', label: t('column.equipment'), kind: 'text', optional: true },
    { field: 'place', label: t('column.place'), kind: 'text', optional: true },
  ];
  return (
    <Page
      title={t('teacher.title')}
      lead={found.data?.staff.name}
      trail={trail}
      tools={(['annex3', 'annex4'] as const).map((kind) => (
        <Button
          key={kind}
          component="a"
          size="xs"
          variant="default"
          download
          href={`/api/education-plans/${planId}/file?kind=${kind}`}
        >
          {t(`file.${kind}`)}
        </Button>
      ))}
      action={
        may('educationPlan.drawTeacherPlan') ? (
          <Button loading={draw.isPending} onClick={() => draw.mutate(planId)}>
            {t('teacher.draw')}
          </Button>
        ) : undefined
      }
    >
      {draw.error ? <ProblemAlert error={draw.error} /> : null}
      <Section title={t('teacher.lessons')}>
        <PartEditor
          caption={t('teacher.lessons')}
          columns={columns}
          rows={rows}
          fixed
          mayEdit={(found.data?.mine ?? false) && rows.length > 0}
          busy={save.isPending}
          error={save.error}
          onSave={(given, done) => save.mutate(given, { onSuccess: done })}
          onReset={() => {
            save.reset();
            void queries.invalidateQueries({ queryKey: ['education-plan'] });
          }}
        />
      </Section>
    </Page>
  );
}
