import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe } from '#api';
import {
  BulkBar,
  ConfirmDialog,
  DataTable,
  EmptyState,
  FilterChips,
  Page,
  ProblemAlert,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import type { Candidate } from './answers.ts';

const kinds = { 'chua-dat': 'belowRequirement', 'boi-duong': 'chosenGifted' } as const;

/** Who is below requirement or chosen, subject by subject: pupils of a grade are marked with the result or decision. */
export default function EntitlementsPage() {
  const { t } = useTranslation('needs-groups');
  const { address, set } = useAddress();
  const kind = kinds[address.dien as keyof typeof kinds] ?? 'belowRequirement';
  const subjectCode = address.mon || 'MATH';
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [basis, setBasis] = useState('');
  const [leaving, setLeaving] = useState<Candidate>();
  const grade = Number(address.khoi) || undefined;
  const list = useQuery({
    queryKey: ['needs-survey', 'entitlements', kind, subjectCode, grade ?? 'first'],
    queryFn: async ({ signal }) => {
      const ask = (of: number) =>
        answer(
          api.GET('/api/needs-survey/entitlements', {
            params: { query: { kind, subjectCode, grade: of } },
            signal,
          }),
        );
      const first = await ask(grade ?? 6);
      const own = first.grades[0] ?? 6;
      return { ...(grade || own === 6 ? first : await ask(own)), grade: grade ?? own };
    },
  });
  const record = useCommand({
    run: (body: { pupils: { pupilId: string; basis: string }[]; withdrawn: string[] }, init) =>
      answer(api.POST('/api/needs-survey/entitlements', { body: { kind, subjectCode, ...body }, ...init })),
    refreshes: [['needs-survey']],
    onDone: ({ recorded, withdrawn }) => {
      setChosen(new Set());
      setLeaving(undefined);
      toast({ tone: 'done', text: t('entitlements.done', { recorded, withdrawn }) });
    },
  });
  const mayGroup = useMe().permissions.includes('needsSurvey.createRemedialGroup');
  const make = useCommand({
    run: (body: { decision: string; pupilIds: string[] }, init) =>
      answer(
        api.POST('/api/needs-survey/groups', {
          body: { ...body, subjectCode, grade: list.data?.grade ?? 6 },
          ...init,
        }),
      ),
    refreshes: [['needs-survey'], ['gradebook', 'warnings']],
    onDone: ({ name, pupils }) => {
      setChosen(new Set());
      setBasis('');
      toast({ tone: 'done', text: t('remedial.made', { name, count: pupils }) });
    },
  });
  /** What can be done with a line: record a result, put into a new remedial group, or nothing. */
  const stepOf = ({ basis: known, source, group }: Candidate) => {
    if (known === null) return source === null ? 'record' : undefined;
    return mayGroup && kind === 'belowRequirement' && group === null ? 'group' : undefined;
  };
  const first = list.data?.items.find(({ pupilId }) => chosen.has(pupilId));
  const step = first && stepOf(first);
  const rows = (list.data?.items ?? []).filter(
    ({ asked, basis: known }) =>
      (address.loc !== 'dang-ky' || asked) && (address.loc !== 'thuoc-dien' || known !== null),
  );
  const clear = () => setChosen(new Set());
  return (
    <Page
      title={t('entitlements.title')}
      trail={[{ label: t('list.title'), to: '/nhom-buoi-2' }]}
      lead={t('entitlements.lead')}
    >
      <Group align="end" gap="md" mb="sm">
        <Select
          label={t('subject')}
          data={(list.data?.subjects ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={subjectCode}
          allowDeselect={false}
          searchable
          onChange={(value) => {
            clear();
            set({ mon: value ?? '' });
          }}
        />
        <FilterChips
          name="dien"
          label={t('entitlements.kind')}
          options={[
            { value: '', label: t('entitlements.belowRequirement') },
            { value: 'boi-duong', label: t('entitlements.chosenGifted') },
          ]}
        />
      </Group>
      <Group gap="md" mb="sm">
        <FilterChips
          name="khoi"
          label={t('grade')}
          options={(list.data?.grades ?? []).map((of, at) => ({
            value: at === 0 && address.khoi !== `${of}` ? '' : `${of}`,
            label: t('gradeOf', { grade: of }),
          }))}
        />
        <FilterChips
          name="loc"
          label={t('entitlements.show')}
          options={[
            { value: '', label: t('entitlements.all') },
            { value: 'dang-ky', label: t('entitlements.asked') },
            { value: 'thuoc-dien', label: t('entitlements.entitled') },
          ]}
        />
      </Group>
      {record.error && !leaving ? <ProblemAlert error={record.error} /> : null}
      {make.error ? <ProblemAlert error={make.error} /> : null}
      <DataTable
        caption={t('entitlements.title')}
        rows={rows}
        rowKey={(row) => row.pupilId}
        loading={list}
        empty={<EmptyState title={t('entitlements.none')} />}
        selection={{
          chosen,
          onChange: setChosen,
          label: (row) => row.name,
          can: (row) => stepOf(row) !== undefined && (!step || stepOf(row) === step),
        }}
        columns={[
          { key: 'name', header: t('pupil'), phone: 'title', cell: (row) => row.name },
          { key: 'class', header: t('class'), phone: 'corner', cell: (row) => row.className },
          {
            key: 'asked',
            header: t('entitlements.wish'),
            cell: (row) =>
              row.asked ? <Tag tone="done">{t('entitlements.askedTag')}</Tag> : t('entitlements.notAsked'),
          },
          {
            key: 'basis',
            header: t('entitlements.basis'),
            cell: (row) =>
              row.source === 'gradebook' ? (
                <>
                  {row.basis ?? t('entitlements.meets')}
                  <Text size="xs" c="dimmed">
                    {t('entitlements.fromGradebook')}
                  </Text>
                </>
              ) : (
                (row.basis ?? '')
              ),
          },
          { key: 'group', header: t('one'), cell: (row) => row.group ?? '' },
          {
            key: 'leave',
            header: t('actions'),
            cell: (row) =>
              row.source !== 'school' ? (
                ''
              ) : (
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={t('entitlements.withdrawOf', { name: row.name })}
                  onClick={() => setLeaving(row)}
                >
                  {t('entitlements.withdraw')}
                </Button>
              ),
          },
        ]}
      />
      <BulkBar count={chosen.size} onClear={clear}>
        <Group align="end" gap="sm">
          <TextInput
            label={step === 'group' ? t('add.decision') : t('entitlements.basis')}
            description={step === 'group' ? t('remedial.what') : undefined}
            placeholder={step === 'group' ? t('remedial.hint') : t(`entitlements.hint.${kind}`)}
            value={basis}
            maxLength={step === 'group' ? 180 : 300}
            w={{ base: '100%', sm: 420 }}
            onChange={(event) => setBasis(event.currentTarget.value)}
          />
          {step === 'group' ? (
            <Button
              loading={make.isPending}
              disabled={basis.trim().length < 10 || chosen.size > 45}
              onClick={() => make.mutate({ decision: basis.trim(), pupilIds: [...chosen] })}
            >
              {t('remedial.make', { count: chosen.size })}
            </Button>
          ) : (
            <Button
              loading={record.isPending}
              disabled={basis.trim().length < 3}
              onClick={() =>
                record.mutate({
                  pupils: [...chosen].map((pupilId) => ({ pupilId, basis: basis.trim() })),
                  withdrawn: [],
                })
              }
            >
              {t('entitlements.record', { count: chosen.size })}
            </Button>
          )}
        </Group>
      </BulkBar>
      <ConfirmDialog
        opened={leaving !== undefined}
        danger
        title={t('entitlements.question', { name: leaving?.name ?? '' })}
        confirm={t('entitlements.withdraw')}
        busy={record.isPending}
        error={record.error}
        onConfirm={() => leaving && record.mutate({ pupils: [], withdrawn: [leaving.pupilId] })}
        onClose={() => {
          record.reset();
          setLeaving(undefined);
        }}
      >
        <p>{leaving?.basis}</p>
      </ConfirmDialog>
    </Page>
  );
}
