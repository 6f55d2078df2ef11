import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { DataTable, EmptyState, Form, Page, ProblemAlert, SideDrawer, Tag, toast } from '#platform/ui';
import { DrawUpDialog } from './overview.tsx';
import { toneOf } from './tones.ts';

type Answer = operations['transcript.listClassPages']['responses'][200]['content']['application/json'];
type Row = Answer['rows'][number];

/** The pupils of a class: whose page stands where, and awards to enter. */
export default function ClassPage() {
  const { t } = useTranslation('transcript');
  const { classId } = useParams({ strict: false }) as { classId: string };
  const [awards, setAwards] = useState<Row>();
  const [drawing, setDrawing] = useState(false);
  const pages = useQuery({
    queryKey: ['transcript', 'class', classId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/transcript/classes/{classId}', { params: { path: { classId } }, signal })),
  });
  const { data } = pages;
  const may = data?.may ?? [];
  return (
    <Page
      wide
      trail={[{ label: t('title'), to: '/hoc-ba' }]}
      title={data ? t('class.of', { class: data.class.name }) : t('title')}
      lead={data ? t('class.lead', { year: data.schoolYear }) : undefined}
      action={
        may.includes('transcript.drawUpPages') ? (
          <Button onClick={() => setDrawing(true)}>{t('drawUp.verb')}</Button>
        ) : undefined
      }
    >
      {pages.error ? <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      <DataTable
        caption={t('title')}
        loading={pages}
        rows={data?.rows ?? []}
        rowKey={({ pupilId }) => pupilId}
        empty={<EmptyState title={t('class.none')} />}
        columns={[
          {
            key: 'name',
            header: t('pupil'),
            phone: 'title',
            cell: ({ name, pageId }) => (pageId ? <Link to={`/hoc-ba/trang/${pageId}`}>{name}</Link> : name),
          },
          {
            key: 'state',
            header: t('class.state'),
            phone: 'corner',
            cell: (row) => <Tag tone={toneOf(row)}>{standing(row)}</Tag>,
          },
          {
            key: 'returned',
            header: t('class.note'),
            cell: ({ returned }) => returned ?? '',
          },
          {
            key: 'awards',
            header: t('awards.title'),
            cell: (row) => (
              <>
                {row.awards.join('; ')}
                {may.includes('transcript.saveAwards') ? (
                  <Button size="compact-sm" variant="subtle" onClick={() => setAwards(row)}>
                    {t('awards.edit', { name: row.name })}
                  </Button>
                ) : null}
              </>
            ),
          },
        ]}
      />
      {awards ? (
        <AwardsDrawer
          key={`${awards.pupilId} ${awards.awardsVersion}`}
          classId={classId}
          row={awards}
          onClose={() => setAwards(undefined)}
        />
      ) : null}
      {drawing ? <DrawUpDialog classIds={[classId]} onClose={() => setDrawing(false)} /> : null}
    </Page>
  );

  function standing({ state, turn, number, returned }: Row): string {
    if (state === null) return t('standing.none');
    if (state !== 'collecting') return t(`standing.${state}`, { number: number ?? 1 });
    return returned ? t('standing.returned') : t(`standing.turn${turn ?? 1}`);
  }
}

/** Awards of the year, a line each. */
function AwardsDrawer({ classId, row, onClose }: { classId: string; row: Row; onClose: () => void }) {
  const { t } = useTranslation('transcript');
  const [text, setText] = useState(row.awards.join('\n'));
  const save = useCommand({
    run: (lines: string[], init) =>
      answer(
        api.PUT('/api/transcript/classes/{classId}/awards/{pupilId}', {
          params: { path: { classId, pupilId: row.pupilId } },
          body: { lines, version: row.awardsVersion },
          ...init,
        }),
      ),
    refreshes: [['transcript', 'class', classId]],
    onDone: () => {
      toast({ tone: 'done', text: t('awards.done', { name: row.name }) });
      onClose();
    },
  });
  return (
    <SideDrawer opened title={row.name} onClose={onClose}>
      <Form
        submit={t('awards.save')}
        busy={save.isPending}
        error={save.error}
        width="100%"
        onSubmit={() =>
          save.mutate(
            text
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          )
        }
      >
        <Textarea
          label={t('awards.title')}
          description={t('awards.what')}
          autosize
          minRows={3}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Form>
    </SideDrawer>
  );
}
