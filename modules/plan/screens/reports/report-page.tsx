import { Button } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf, IconFileTypeXls, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDate, formatDateTime } from '#platform/i18n';
import { Facts, Notice, Page, ProblemAlert, ProgressOfWork, Section, Tag } from '#platform/ui';
import { Figures } from './figures.tsx';
import { DecideReport, SubmitReport } from './report-steps.tsx';
import { ReportText } from './report-text.tsx';
import { periodName, type ReportDetail, reportTones } from './report-words.ts';
import styles from './reports.module.css';
import { useReportText } from './use-report-text.ts';

/** A report as a page: its figures, each leading to its rows, and what people wrote. */
export default function ReportPage() {
  const { t } = useTranslation('reports');
  const { reportId } = useParams({ strict: false }) as { reportId: string };
  const detail = useQuery({
    queryKey: ['plan', 'report', reportId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/plan/reports/{reportId}', { params: { path: { reportId } }, signal })),
  });
  const trail = [{ label: t('list.title'), to: '/bao-cao' }];
  if (detail.error && !detail.data) {
    return (
      <Page title={t('report.notFound')} trail={trail}>
        <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />
      </Page>
    );
  }
  if (!detail.data) {
    return (
      <Page title={t('report.loading')} trail={trail}>
        <ProgressOfWork doing={t('report.loading')} />
      </Page>
    );
  }
  return <Report key={reportId} detail={detail.data} />;
}

function Report({ detail }: { detail: ReportDetail }) {
  const { t } = useTranslation('reports');
  const { report, may, sections } = detail;
  const text = useReportText(detail);
  const editable = may.includes('plan.updateReport');
  const file = `/api/plan/reports/${report.id}/file`;
  return (
    <Page
      title={report.title}
      trail={[{ label: t('list.title'), to: '/bao-cao' }]}
      lead={
        <span className={styles.states}>
          <Tag tone={reportTones[report.state]}>{t(`state.${report.state}`)}</Tag>
          {report.late ? (
            <Tag tone="late">{t(report.submittedAt ? 'state.late' : 'state.overdue')}</Tag>
          ) : null}
          <span>
            {report.addressedTo
              ? t('report.fromTo', { from: report.unit.name, to: report.addressedTo.name })
              : report.unit.name}
          </span>
        </span>
      }
      tools={
        <>
          <Button
            component="a"
            href={`${file}?format=docx`}
            download
            variant="default"
            leftSection={<IconFileTypeDocx size={16} aria-hidden />}
          >
            {t('report.word')}
          </Button>
          <Button
            component="a"
            href={`${file}?format=pdf`}
            download
            variant="default"
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
          >
            {t('report.pdf')}
          </Button>
          <Button
            component="a"
            href={`${file}?format=xlsx`}
            download
            variant="default"
            leftSection={<IconFileTypeXls size={16} aria-hidden />}
          >
            {t('report.excel')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => print()}
          >
            {t('report.print')}
          </Button>
        </>
      }
      action={
        may.includes('plan.submitReport') ? (
          <SubmitReport detail={detail} text={text} />
        ) : may.includes('plan.decideReport') ? (
          <DecideReport report={report} />
        ) : undefined
      }
    >
      {report.decisionNote ? (
        <div className={styles.notice}>
          <Notice tone={report.state === 'returned' ? 'due' : 'info'}>
            {t(`report.note.${report.state === 'returned' ? 'returned' : 'accepted'}`, {
              note: report.decisionNote,
            })}
          </Notice>
        </div>
      ) : null}
      <Facts
        facts={[
          { name: t('report.period'), value: periodName(report.period, t) },
          { name: t('own.dueOn'), value: formatDate(report.period.dueOn) },
          { name: t('report.symbol'), value: report.symbol },
          { name: t('report.openedBy'), value: report.openedBy.name },
          {
            name: t('own.submittedAt'),
            value: report.submittedAt
              ? t('report.byAt', {
                  name: report.submittedBy?.name ?? '',
                  at: formatDateTime(report.submittedAt),
                })
              : null,
          },
          {
            name: t(report.state === 'returned' ? 'report.returnedAt' : 'report.acceptedAt'),
            value: report.decidedAt
              ? t('report.byAt', { name: report.decidedBy?.name ?? '', at: formatDateTime(report.decidedAt) })
              : null,
          },
          {
            name: t('report.figures'),
            value: t(detail.frozen ? 'report.frozen' : 'report.live', { asOf: formatDate(detail.asOf) }),
          },
        ]}
      />
      <Figures figures={detail.figures} />
      {editable ? (
        <ReportText text={text} sections={sections} />
      ) : (
        <Section title={t('text.title')}>
          {sections.every(({ key }) => !detail.narrative[key as keyof typeof detail.narrative].trim()) ? (
            <p className={styles.muted}>{t('text.empty')}</p>
          ) : null}
          {sections.map(({ key }) => {
            const words = detail.narrative[key as keyof typeof detail.narrative];
            return words.trim() ? (
              <div key={key}>
                <h3 className={styles.part}>{t(`text.section.${key}`)}</h3>
                <p className={styles.text}>{words}</p>
              </div>
            ) : null;
          })}
        </Section>
      )}
    </Page>
  );
}
