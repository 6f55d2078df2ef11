import { Anchor, Button, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDate } from '#platform/i18n';
import { EmptyState, Facts, Notice, Page, ProblemAlert, Section, SideDrawer } from '#platform/ui';
import type { StaffDetail } from '../answers.ts';
import { LeaveForm } from './leave-form.tsx';
import { PostingsSection } from './postings-section.tsx';
import { StaffAccount } from './staff-account.tsx';
import { StaffForm } from './staff-form.tsx';
import { StaffPrivateSection } from './staff-private.tsx';
import { useSubjectName } from './subjects.ts';

/** One person who works at a school: post, subjects, classes, account; the private part on its own. */
export default function StaffPage() {
  const { t } = useTranslation('people');
  const { staffId } = useParams({ strict: false }) as { staffId: string };
  const detail = useQuery({
    queryKey: ['people', 'staff', 'one', staffId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/people/staff/{staffId}', { params: { path: { staffId } }, signal })),
  });
  const trail = [{ label: t('staff.title'), to: '/doi-ngu' }];
  if (!detail.data) {
    return (
      <Page title={t('staff.one')} trail={trail}>
        {detail.error ? (
          <ProblemAlert error={detail.error} onRetry={() => detail.refetch()} />
        ) : (
          <Skeleton height={200} />
        )}
      </Page>
    );
  }
  return <Detail detail={detail.data} trail={trail} />;
}

function Detail({ detail, trail }: { detail: StaffDetail; trail: readonly { label: string; to: string }[] }) {
  const { t } = useTranslation('people');
  const [drawer, setDrawer] = useState<'edit' | 'leave'>();
  const close = () => setDrawer(undefined);
  const { member, personal, may } = detail;
  return (
    <Page
      title={member.fullName}
      trail={trail}
      lead={[t(`post.${member.post}`), member.team?.name, member.homeUnit.name].filter(Boolean).join(' · ')}
      tools={
        may.includes('people.setStaffLeft') ? (
          <Button variant="default" onClick={() => setDrawer('leave')}>
            {member.leftOn ? t('leave.back') : t('leave.leave')}
          </Button>
        ) : null
      }
      action={
        may.includes('people.updateStaff') ? (
          <Button onClick={() => setDrawer('edit')}>{t('edit')}</Button>
        ) : null
      }
    >
      <Stack gap="md">
        {member.leftOn ? (
          <Notice tone="due">
            <p>{t('leave.since', { date: formatDate(member.leftOn) })}</p>
          </Notice>
        ) : null}
        {detail.warnings.length > 0 ? (
          <Notice tone="due">
            <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
              {detail.warnings.map(({ code, rule, message }) => (
                <li key={code}>
                  {message} {rule ? <span style={{ color: 'var(--hb-text-soft)' }}>{rule}</span> : null}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Facts
          facts={[
            { name: t('staff.code'), value: member.code },
            { name: t('staff.sex'), value: t(`sex.${member.sex}`) },
            { name: t('staff.birthDate'), value: personal ? formatDate(personal.birthDate) : null },
            { name: t('staff.employment'), value: t(`employment.${member.employment}`) },
            {
              name: t('staff.qualification'),
              value: `${t(`qualification.${member.qualification}`)}${member.teacherTrained ? `, ${t('staff.trainedShort')}` : ''}`,
            },
            { name: t('staff.joinedOn'), value: formatDate(member.joinedOn) },
            {
              name: t('staff.phone'),
              value: member.phone ? <Anchor href={`tel:${member.phone}`}>{member.phone}</Anchor> : null,
            },
            {
              name: t('staff.email'),
              value: member.email ? <Anchor href={`mailto:${member.email}`}>{member.email}</Anchor> : null,
            },
            { name: t('staff.onProbation'), value: personal?.onProbation ? t('yes') : null },
            {
              name: t('staff.infantUntil'),
              value: personal?.infantUntil ? formatDate(personal.infantUntil) : null,
            },
          ]}
        />
      </Stack>
      {detail.subjects.length > 0 || member.post === 'teacher' ? (
        <Subjects subjects={detail.subjects} />
      ) : null}
      {detail.homerooms.length > 0 ? (
        <Section title={t('staff.homeroom')}>
          <Facts
            facts={detail.homerooms.map(({ schoolYear, className }) => ({
              name: t('staff.homeroomIn', { year: schoolYear }),
              value: className,
            }))}
          />
        </Section>
      ) : null}
      <PostingsSection detail={detail} />
      <StaffAccount detail={detail} />
      {may.includes('people.getStaffPrivate') ? <StaffPrivateSection detail={detail} /> : null}
      <SideDrawer opened={drawer === 'edit'} title={t('staff.edit')} onClose={close} wide>
        {drawer === 'edit' ? <StaffForm unitId={member.homeUnit.id} detail={detail} onClose={close} /> : null}
      </SideDrawer>
      <SideDrawer
        opened={drawer === 'leave'}
        title={member.leftOn ? t('leave.back') : t('leave.leave')}
        onClose={close}
      >
        {drawer === 'leave' ? <LeaveForm detail={detail} onClose={close} /> : null}
      </SideDrawer>
    </Page>
  );
}

function Subjects({ subjects }: { subjects: StaffDetail['subjects'] }) {
  const { t } = useTranslation('people');
  const subjectName = useSubjectName();
  return (
    <Section title={t('staff.subjects')}>
      {subjects.length === 0 ? (
        <EmptyState title={t('staff.noSubjects')} />
      ) : (
        <Stack gap={4}>
          {subjects.map((one) => (
            <Group key={`${one.subjectCode} ${one.strand}`} gap={8}>
              <strong>{subjectName(one.subjectCode, one.strand)}</strong>
              <span style={{ color: 'var(--hb-text-soft)' }}>
                {[
                  [one.lowerLevel ? t('level.lower') : '', one.upperLevel ? t('level.upper') : '']
                    .filter(Boolean)
                    .join(', '),
                  t(`basis.${one.basis}`),
                ].join(' · ')}
              </span>
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
}
