import { Button, Group, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import {
  BulkBar,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Notice,
  ProblemAlert,
  Section,
  SideDrawer,
  Tag,
  toast,
} from '#platform/ui';
import type { Proposal, ProposedGroup } from './answers.ts';

const most = 45;

/** Groups as answers and results give them: look at each, choose, make. Wishes for electives and topics have a page of their own. */
export function GroupProposal({ surveyId, asksWishes }: { surveyId: string; asksWishes: boolean }) {
  const { t } = useTranslation('needs-groups');
  const may = useMay();
  const [size, setSize] = useState(most);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<ProposedGroup>();
  const [asking, setAsking] = useState(false);
  const query = useQuery({
    queryKey: ['needs-survey', 'group-proposal', surveyId, size],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/needs-survey/surveys/{surveyId}/group-proposal', {
          params: { path: { surveyId }, query: { size } },
          signal,
        }),
      ),
  });
  const groups = query.data?.groups ?? [];
  const picked = groups.filter(({ key }) => chosen.has(key));
  const make = useCommand({
    run: (wanted: readonly ProposedGroup[], init) =>
      answer(
        api.POST('/api/needs-survey/surveys/{surveyId}/groups', {
          params: { path: { surveyId } },
          body: { size, groups: wanted.map(({ key, fingerprint }) => ({ key, fingerprint })) },
          ...init,
        }),
      ),
    refreshes: [['needs-survey']],
    onDone: ({ groups: count, pupils }) => {
      setAsking(false);
      setChosen(new Set());
      toast({ tone: 'done', text: t('proposal.made', { groups: count, pupils }) });
    },
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => query.refetch()} />;
  return (
    <>
      <p>{t('proposal.lead')}</p>
      <Group align="end" mb="md" gap="md">
        <NumberInput
          label={t('proposal.size')}
          value={size}
          min={1}
          max={most}
          clampBehavior="blur"
          allowDecimal={false}
          w={200}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1 && value <= most) {
              setChosen(new Set());
              setSize(value);
            }
          }}
        />
        {asksWishes && may('needsSurvey.createElectiveBlock') ? (
          <Button component={Link} to="/nhom-buoi-2/luot-chon" variant="default">
            {t('block.title')}
          </Button>
        ) : null}
        <Button component={Link} to="/nhom-buoi-2/dien" variant="default">
          {t('entitlements.title')}
        </Button>
        <Button component={Link} to="/nhom-buoi-2" variant="default">
          {t('list.title')}
        </Button>
      </Group>
      {query.data && query.data.placed > 0 ? (
        <Notice>{t('proposal.placed', { count: query.data.placed })}</Notice>
      ) : null}
      <DataTable
        caption={t('proposal.title')}
        rows={groups}
        rowKey={(group) => group.key}
        loading={query}
        onOpen={setShown}
        selection={{ chosen, onChange: setChosen, label: (group) => group.name }}
        empty={<EmptyState title={t('proposal.none')}>{t('proposal.noneDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t('name'), phone: 'title', cell: (group) => group.name },
          { key: 'kind', header: t('kindOf'), cell: (group) => t(`kind.${group.kind}`) },
          {
            key: 'pupils',
            header: t('pupils'),
            align: 'right',
            phone: 'corner',
            cell: (group) => group.members.length,
          },
          {
            key: 'joins',
            header: t('state.label'),
            cell: (group) =>
              group.joins ? <Tag tone="accent">{t('proposal.joins')}</Tag> : t('proposal.fresh'),
          },
        ]}
      />
      <BulkBar count={picked.length} onClear={() => setChosen(new Set())}>
        <Button onClick={() => setAsking(true)}>{t('proposal.make', { count: picked.length })}</Button>
      </BulkBar>
      {query.data ? <LeftOut proposal={query.data} /> : null}
      <SideDrawer
        opened={shown !== undefined}
        title={shown?.name ?? ''}
        onClose={() => setShown(undefined)}
        wide
      >
        {shown ? (
          <DataTable
            caption={shown.name}
            rows={shown.members}
            rowKey={(member) => member.pupilId}
            empty={null}
            columns={[
              { key: 'name', header: t('pupil'), phone: 'title', cell: (member) => member.name },
              { key: 'class', header: t('class'), phone: 'corner', cell: (member) => member.className },
              { key: 'reason', header: t('reason.label'), cell: (member) => member.reasonText },
            ]}
          />
        ) : null}
      </SideDrawer>
      <ConfirmDialog
        opened={asking}
        title={t('proposal.question', { count: picked.length })}
        confirm={t('proposal.confirm')}
        busy={make.isPending}
        error={make.error}
        onConfirm={() => make.mutate(picked)}
        onClose={() => {
          setAsking(false);
          if (make.error) void query.refetch();
          make.reset();
        }}
      >
        <p>
          {t('proposal.what', {
            pupils: picked.reduce((sum, { members }) => sum + members.length, 0),
          })}
        </p>
      </ConfirmDialog>
    </>
  );
}

/** Wishes without the right, and rights without a wish: whom to speak with. */
function LeftOut({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('needs-groups');
  return (['notEntitled', 'notAsked'] as const).map((why) => {
    const rows = proposal.leftOut
      .filter((one) => one.why === why)
      .flatMap((one) =>
        one.pupils.map((pupil) => ({
          ...pupil,
          ...one,
          key: `${one.kind} ${one.subjectCode} ${pupil.pupilId}`,
        })),
      );
    return rows.length === 0 ? null : (
      <Section key={why} title={t(`leftOut.${why}`)}>
        <p>{t(`leftOut.${why}Detail`)}</p>
        <DataTable
          caption={t(`leftOut.${why}`)}
          rows={rows}
          rowKey={(row) => row.key}
          empty={null}
          columns={[
            { key: 'name', header: t('pupil'), phone: 'title', cell: (row) => row.name },
            { key: 'class', header: t('class'), phone: 'corner', cell: (row) => row.className },
            { key: 'subject', header: t('subject'), cell: (row) => row.subjectName },
            { key: 'kind', header: t('kindOf'), cell: (row) => t(`kind.${row.kind}`) },
          ]}
        />
      </Section>
    );
  });
}
