import { Button, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import {
  ConfirmDialog,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  Section,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import { partColumns } from './part-columns.ts';
import { PartEditor } from './part-editor.tsx';
import styles from './plan.module.css';
import type { Row } from './rows-table.tsx';

const parts = ['lessons', 'tests', 'teamActivities'] as const;
type Decision = 'propose' | 'accept' | 'return';

/** Annexes 1 and 2 of a subject team: written and proposed by its lead, accepted by the principal. */
export default function TeamPage() {
  const { t } = useTranslation('education-plan');
  const { planId, teamId } = useParams({ strict: false }) as { planId: string; teamId: string };
  const { address } = useAddress();
  const queries = useQueryClient();
  const part = parts.find((one) => one === address.muc) ?? 'lessons';
  const [deciding, setDeciding] = useState<Decision>();
  const [note, setNote] = useState('');
  const params = { path: { planId, teamId } };
  const found = useQuery({
    queryKey: ['education-plan', planId, 'team', teamId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/education-plans/{planId}/teams/{teamId}', { params, signal })),
  });
  const version = found.data?.version ?? 0;
  const save = useCommand({
    run: (rows: readonly Row[], init) =>
      answer(
        api.PUT('/api/education-plans/{planId}/teams/{teamId}/rows', {
          params,
          body: { part, version, rows } as never,
          ...init,
        }),
      ),
    refreshes: [['education-plan']],
  });
  const step = useCommand({
    run: ({ decision, text }: { decision: Decision; text: string }, init) =>
      decision === 'propose'
        ? answer(
            api.POST('/api/education-plans/{planId}/teams/{teamId}/propose', {
              params,
              body: { version },
              ...init,
            }),
          )
        : answer(
            api.POST('/api/education-plans/{planId}/teams/{teamId}/decide', {
              params,
              body: { version, decision, ...(text ? { note: text } : {}) },
              ...init,
            }),
          ),
    refreshes: [['education-plan']],
    onDone: (_, { decision }) => {
      setDeciding(undefined);
      setNote('');
      toast({ tone: 'done', text: t(`team.${decision}Done`) });
    },
  });
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  const team = found.data;
  if (!team) return <Page title={t('team.loading')}>{t('plan.loading')}</Page>;
  const columns = partColumns(t, { subjects: team.subjects, strands: team.strands });
  const nameOf = (code: string) => team.subjects.find((one) => one.code === code)?.name ?? code;
  const may: readonly Decision[] = [
    ...(team.mayPropose ? (['propose'] as const) : []),
    ...(team.mayDecide ? (['accept', 'return'] as const) : []),
  ];
  return (
    <Page
      title={team.team.name}
      trail={[
        { label: t('plans.title'), to: '/ke-hoach-truong' },
        { label: t('plan.short'), to: `/ke-hoach-truong/${planId}` },
      ]}
      tools={(['annex1', 'annex2'] as const).map((kind) => (
        <Button
          key={kind}
          component="a"
          size="xs"
          variant="default"
          download
          href={`/api/education-plans/${planId}/file?kind=${kind}&teamId=${teamId}`}
        >
          {t(`file.${kind}`)}
        </Button>
      ))}
      wide
    >
      <div className={styles.steps}>
        <Tag>{t(`teamState.${team.state}`)}</Tag>
        {may.map((one) => (
          <Button
            key={one}
            variant={one === 'return' ? 'default' : 'filled'}
            onClick={() => {
              step.reset();
              setDeciding(one);
            }}
          >
            {t(`team.${one}`)}
          </Button>
        ))}
      </div>
      {team.note ? <Notice tone="due">{team.note}</Notice> : null}
      {team.sums.length > 0 ? (
        <details>
          <summary>{t('team.sums')}</summary>
          <ul>
            {team.sums.map((row) => (
              <li key={`${row.grade} ${row.subjectCode}`}>
                {t('team.sum', {
                  subject: nameOf(row.subjectCode),
                  grade: row.grade,
                  written: row.written,
                  planned: row.planned,
                  tests: row.tests,
                })}{' '}
                <Tag tone={row.written === row.planned && row.tests === 4 ? 'done' : 'due'}>
                  {row.written === row.planned && row.tests === 4 ? t('team.fits') : t('team.fitsNot')}
                </Tag>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <FilterChips
        name="muc"
        label={t('plan.views')}
        options={parts.map((one) => ({ value: one === 'lessons' ? '' : one, label: t(`view.${one}`) }))}
      />
      <Section title={t(`view.${part}`)}>
        <PartEditor
          key={part}
          caption={t(`view.${part}`)}
          columns={columns[part]}
          rows={team.rows[part] as readonly Row[]}
          mayEdit={team.mayEdit}
          busy={save.isPending}
          error={save.error}
          onSave={(rows, done) => save.mutate(rows, { onSuccess: done })}
          onReset={() => {
            save.reset();
            void queries.invalidateQueries({ queryKey: ['education-plan'] });
          }}
        />
      </Section>
      <ConfirmDialog
        opened={deciding !== undefined}
        title={deciding ? t(`team.${deciding}Question`) : ''}
        confirm={deciding ? t(`team.${deciding}`) : ''}
        busy={step.isPending}
        disabled={deciding === 'return' && note.trim() === ''}
        error={step.error}
        onClose={() => setDeciding(undefined)}
        onConfirm={() => deciding && step.mutate({ decision: deciding, text: note.trim() })}
      >
        {deciding === 'return' ? (
          <Textarea
            label={t('step.return.note')}
            autosize
            minRows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        ) : (
          <p style={{ margin: 0 }}>{t('team.explain')}</p>
        )}
      </ConfirmDialog>
    </Page>
  );
}
