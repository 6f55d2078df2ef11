import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand, useSchoolYear } from '#api';
import { BulkBar, DataTable, EmptyState, Form, Notice, Section } from '#platform/ui';

type Answer = operations['transcript.getOverview']['responses'][200]['content']['application/json'];
type Standing = Answer['classes'][number];
type DrawnUp = operations['transcript.drawUpPages']['responses'][200]['content']['application/json'];

/** How far each class of the school is, and drawing up pages of the chosen ones. */
export function Overview() {
  const { t } = useTranslation('transcript');
  const { name: schoolYear } = useSchoolYear();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [drawing, setDrawing] = useState(false);
  const overview = useQuery({
    queryKey: ['transcript', 'overview', schoolYear],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/transcript/overview', {
          params: { query: schoolYear ? { schoolYear } : {} },
          signal,
        }),
      ),
  });
  const may = overview.data?.may.includes('transcript.drawUpPages') ?? false;
  const number = (key: keyof Standing & string, header: string) => ({
    key,
    header,
    align: 'right' as const,
    cell: (row: Standing) => String(row[key]),
  });
  return (
    <Section title={t('overview.title')}>
      <BulkBar count={chosen.size} onClear={() => setChosen(new Set())}>
        <Button size="xs" onClick={() => setDrawing(true)}>
          {t('drawUp.verb')}
        </Button>
      </BulkBar>
      <DataTable
        caption={t('overview.title')}
        loading={overview}
        rows={overview.data?.classes ?? []}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/hoc-ba/lop/${id}`}
        empty={<EmptyState title={t('overview.none')}>{t('overview.noneDetail')}</EmptyState>}
        {...(may ? { selection: { chosen, onChange: setChosen, label: (row: Standing) => row.name } } : {})}
        columns={[
          { key: 'name', header: t('overview.class'), phone: 'title', cell: ({ name }) => name },
          {
            key: 'issued',
            header: t('overview.issued'),
            align: 'right',
            phone: 'corner',
            cell: ({ issued, pupils }) => t('overview.of', { count: issued, pupils }),
          },
          number('subject', t('overview.subject')),
          number('homeroom', t('overview.homeroom')),
          number('principal', t('overview.principal')),
          number('seal', t('overview.seal')),
          number('returned', t('overview.returned')),
        ]}
      />
      {drawing ? (
        <DrawUpDialog
          classIds={[...chosen]}
          onClose={() => {
            setDrawing(false);
            setChosen(new Set());
          }}
        />
      ) : null}
    </Section>
  );
}

/** Draws up pages of classes (or of one pupil) and shows the count with everybody left out and why. */
export function DrawUpDialog({
  classIds,
  pupilId,
  onClose,
}: {
  classIds: readonly string[];
  pupilId?: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('transcript');
  const [reason, setReason] = useState('');
  const [summerIsOver, setOver] = useState(false);
  const [done, setDone] = useState<DrawnUp>();
  const draw = useCommand({
    run: (body: { classIds: string[]; pupilIds?: string[]; reason?: string; summerIsOver: boolean }, init) =>
      answer(api.POST('/api/transcript/pages', { body, ...init })),
    refreshes: [['transcript']],
    onDone: setDone,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('drawUp.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      {done ? (
        <>
          <Notice tone={done.refused.length > 0 ? 'due' : 'done'}>
            {t('drawUp.done', { asked: done.asked, made: done.made, unchanged: done.unchanged })}
          </Notice>
          {done.refused.length > 0 ? (
            <>
              <p>{t('drawUp.refused', { count: done.refused.length })}</p>
              <ul>
                {done.refused.map(({ pupilId: id, name, why }) => (
                  <li key={id}>{t('sign.refused', { name, why: why.join(' ') })}</li>
                ))}
              </ul>
            </>
          ) : null}
          <Button mt="md" onClick={onClose}>
            {t('ui:dialog.close')}
          </Button>
        </>
      ) : (
        <Form
          submit={t('drawUp.verb')}
          busy={draw.isPending}
          error={draw.error}
          width="100%"
          onSubmit={() =>
            draw.mutate({
              classIds: [...classIds],
              ...(pupilId ? { pupilIds: [pupilId] } : {}),
              ...(reason.trim() ? { reason } : {}),
              summerIsOver,
            })
          }
        >
          <p>{t('drawUp.what')}</p>
          <Checkbox
            label={t('drawUp.summerIsOver')}
            checked={summerIsOver}
            onChange={(event) => setOver(event.currentTarget.checked)}
          />
          <Textarea
            label={t('drawUp.reason')}
            description={t('drawUp.reasonWhat')}
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Form>
      )}
    </Modal>
  );
}
