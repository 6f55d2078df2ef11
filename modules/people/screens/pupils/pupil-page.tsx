import { Anchor, Button, Group } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatDate } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  Facts,
  Notice,
  Page,
  ProblemAlert,
  Section,
  SideDrawer,
  Tag,
  Timeline,
  type Tone,
} from '#platform/ui';
import { AskTransferForm } from './ask-transfer-form.tsx';
import { MoveForm } from './move-form.tsx';
import { PrivateSection } from './private-section.tsx';
import { PupilForm } from './pupil-form.tsx';
import { type PupilDetail, toneOfStatus } from './pupil-words.ts';

type Step = 'edit' | 'transfer' | PupilDetail['moves'][number];
type Movement = PupilDetail['movements'][number];

const toneOfMove: Readonly<Partial<Record<Movement['kind'], Tone>>> = {
  droppedOut: 'late',
  repeated: 'due',
  returned: 'done',
  promoted: 'done',
  graduated: 'done',
};

/** One pupil: who, where from, whom to call, every class and movement, and the private part on demand. */
export default function PupilPage() {
  const { t } = useTranslation('pupils');
  const may = useMay();
  const { pupilId } = useParams({ strict: false }) as { pupilId: string };
  const [step, setStep] = useState<Step>();
  const query = useQuery({
    queryKey: ['pupils', 'one', pupilId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/people/pupils/{pupilId}', { params: { path: { pupilId } }, signal })),
  });
  const trail = may('people.listPupils') ? [{ label: t('list.title'), to: '/hoc-sinh' }] : [];
  if (!query.data) {
    return (
      <Page title={t('one.title')} trail={trail}>
        {query.error ? <ProblemAlert error={query.error} onRetry={() => query.refetch()} /> : null}
      </Page>
    );
  }
  const detail = query.data;
  const { pupil } = detail;
  return (
    <Page
      title={pupil.fullName}
      trail={trail}
      lead={[
        pupil.className ? t('one.inClass', { name: pupil.className }) : t('status.unplaced'),
        pupil.unitName,
      ].join(' · ')}
      tools={
        <Group gap="xs">
          {detail.moves.map((kind) => (
            <Button key={kind} variant="default" onClick={() => setStep(kind)}>
              {t(`move.do.${kind}`)}
            </Button>
          ))}
          {detail.may.includes('people.askTransfer') ? (
            <Button variant="default" onClick={() => setStep('transfer')}>
              {t('transfer.open')}
            </Button>
          ) : null}
        </Group>
      }
      action={
        detail.may.includes('people.updatePupil') ? (
          <Button onClick={() => setStep('edit')}>{t('one.edit')}</Button>
        ) : null
      }
    >
      {pupil.openTransferId ? <Notice tone="due">{t('one.transferWaits')}</Notice> : null}
      <Facts
        facts={[
          {
            name: t('list.status'),
            value: <Tag tone={toneOfStatus[pupil.status]}>{t(`status.${pupil.status}`)}</Tag>,
          },
          { name: t('field.birthDate'), value: formatDate(pupil.birthDate) },
          { name: t('field.sex'), value: t(`sex.${pupil.sex}`) },
          { name: t('field.sectorCode'), value: pupil.sectorCode },
          {
            name: t('field.residence'),
            value: [pupil.village, pupil.communeName].filter(Boolean).join(', '),
          },
          {
            name: t('field.phone'),
            value: pupil.phone ? <Call phone={pupil.phone} name={pupil.fullName} /> : null,
          },
        ]}
      />
      <Section title={t('one.guardians')}>
        <DataTable
          caption={t('one.guardians')}
          rows={detail.guardians}
          rowKey={(guardian) => guardian.id}
          empty={<EmptyState title={t('one.noGuardians')}>{t('one.noGuardiansDetail')}</EmptyState>}
          columns={[
            {
              key: 'name',
              header: t('field.fullName'),
              phone: 'title',
              cell: (guardian) => guardian.fullName,
            },
            {
              key: 'relation',
              header: t('field.relation'),
              cell: (guardian) => t(`relation.${guardian.relation}`),
            },
            {
              key: 'phone',
              header: t('field.phone'),
              cell: (guardian) =>
                guardian.phone ? <Call phone={guardian.phone} name={guardian.fullName} /> : '',
            },
            {
              key: 'occupation',
              header: t('field.occupation'),
              cell: (guardian) => guardian.occupation ?? '',
            },
          ]}
        />
      </Section>
      {detail.may.includes('people.getPupilPrivate') ? <PrivateSection detail={detail} /> : null}
      <Section title={t('one.way')}>
        {detail.movements.length === 0 ? (
          <Enrolments detail={detail} />
        ) : (
          <Timeline
            label={t('one.way')}
            items={[...detail.movements].reverse().map((movement) => ({
              key: movement.id,
              at: formatDate(movement.happenedOn),
              instant: movement.happenedOn,
              who: t(`movement.${movement.kind}`),
              what: placeOf(movement),
              note: movement.reason,
              tone: toneOfMove[movement.kind] ?? 'none',
            }))}
          />
        )}
      </Section>
      <SideDrawer
        opened={step !== undefined}
        title={
          step === 'edit'
            ? t('one.edit')
            : step === 'transfer'
              ? t('transfer.open')
              : step
                ? `${t(`move.do.${step}`)}: ${pupil.fullName}`
                : ''
        }
        wide={step === 'edit'}
        onClose={() => setStep(undefined)}
      >
        {step === 'edit' ? <PupilForm detail={detail} onClose={() => setStep(undefined)} /> : null}
        {step === 'transfer' ? <AskTransferForm detail={detail} onClose={() => setStep(undefined)} /> : null}
        {step && step !== 'edit' && step !== 'transfer' ? (
          <MoveForm detail={detail} kind={step} onClose={() => setStep(undefined)} />
        ) : null}
      </SideDrawer>
    </Page>
  );
}

function placeOf({ fromClass, toClass, unitName, otherUnitName, kind, schoolYear }: Movement): string {
  const classes = [fromClass, toClass].filter(Boolean).join(' → ');
  const schools =
    kind === 'transferredOut'
      ? `${unitName} → ${otherUnitName}`
      : kind === 'transferredIn'
        ? `${otherUnitName} → ${unitName}`
        : unitName;
  return [classes, schoolYear, schools].filter(Boolean).join(' · ');
}

/** Classes alone, for pupils whose way began before movements were written. */
function Enrolments({ detail }: { detail: PupilDetail }) {
  const { t } = useTranslation('pupils');
  return (
    <DataTable
      caption={t('one.way')}
      rows={detail.enrolments}
      rowKey={(enrolment) => enrolment.id}
      empty={<EmptyState title={t('one.noWay')} />}
      columns={[
        { key: 'year', header: t('one.year'), phone: 'title', cell: (enrolment) => enrolment.schoolYear },
        { key: 'class', header: t('list.class'), phone: 'corner', cell: (enrolment) => enrolment.className },
        { key: 'school', header: t('field.school'), cell: (enrolment) => enrolment.unitName },
        { key: 'from', header: t('one.from'), cell: (enrolment) => formatDate(enrolment.startsOn) },
        {
          key: 'to',
          header: t('one.to'),
          cell: (enrolment) => (enrolment.endsOn ? formatDate(enrolment.endsOn) : t('one.now')),
        },
      ]}
    />
  );
}

/** A number that a press on a phone calls. */
function Call({ phone, name }: { phone: string; name: string }) {
  const { t } = useTranslation('pupils');
  return (
    <Anchor
      href={`tel:${phone}`}
      aria-label={t('list.call', { name, phone })}
      style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}
    >
      <IconPhone size={16} aria-hidden />
      {phone}
    </Anchor>
  );
}
