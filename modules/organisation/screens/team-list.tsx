import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { ConfirmDialog, Form, Section, toast, useDraftForm } from '#platform/ui';

interface Team {
  readonly id: string;
  readonly name: string;
}

/** Subject teams of a school: open one, close one. */
export function TeamList({ schoolId, teams }: { schoolId: string; teams: readonly Team[] }) {
  const { t } = useTranslation('organisation');
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [closing, setClosing] = useState<Team>();
  const form = useDraftForm(`team.${schoolId}`, { name: '' });
  const create = useCommand({
    run: (name: string, init) =>
      answer(
        api.POST('/api/units/{unitId}/subject-teams', {
          params: { path: { unitId: schoolId } },
          body: { name },
          ...init,
        }),
      ),
    refreshes: [['units']],
    onDone: (team) => {
      form.clear({ name: '' });
      setAdding(false);
      toast({ tone: 'done', text: t('team.created', { name: team.name }) });
    },
  });
  const close = useCommand({
    run: (unitId: string, init) =>
      answer(api.POST('/api/units/{unitId}/close', { params: { path: { unitId } }, ...init })),
    refreshes: [['units']],
    onDone: () => {
      toast({ tone: 'done', text: t('team.closed', { name: closing?.name ?? '' }) });
      setClosing(undefined);
    },
  });
  function send() {
    const missing = form.values.name.trim() ? [] : [{ path: 'name', message: t('units.nameMissing') }];
    create.reset();
    form.refuse(missing);
    if (missing.length === 0) create.mutate(form.values.name, { onError: form.refuse });
  }
  return (
    <Section
      title={t('team.title', { count: teams.length })}
      aside={
        may('organisation.createSubjectTeam') && !adding ? (
          <Button variant="default" size="xs" onClick={() => setAdding(true)}>
            {t('team.create')}
          </Button>
        ) : null
      }
    >
      {teams.length === 0 && !adding ? <p style={{ margin: 0 }}>{t('team.none')}</p> : null}
      {teams.map((team) => (
        <Group key={team.id} justify="space-between" wrap="nowrap" py={4} maw={560}>
          <Anchor component={Link} to={`/don-vi/${team.id}`}>
            {team.name}
          </Anchor>
          {may('organisation.closeSubjectTeam') ? (
            <Button
              variant="subtle"
              size="xs"
              aria-label={t('team.closeOf', { name: team.name })}
              onClick={() => setClosing(team)}
            >
              {t('team.close')}
            </Button>
          ) : null}
        </Group>
      ))}
      {adding ? (
        <Form
          submit={t('team.create')}
          busy={create.isPending}
          onSubmit={send}
          onCancel={() => setAdding(false)}
          problems={form.problems}
          labels={{ name: t('team.name') }}
          error={create.error}
        >
          <TextInput label={t('team.name')} description={t('team.nameHint')} {...form.text('name')} />
        </Form>
      ) : null}
      <ConfirmDialog
        opened={closing !== undefined}
        title={t('team.closeAsk', { name: closing?.name ?? '' })}
        confirm={t('team.close')}
        danger
        busy={close.isPending}
        error={close.error}
        onConfirm={() => {
          if (closing) close.mutate(closing.id);
        }}
        onClose={() => {
          setClosing(undefined);
          close.reset();
        }}
      >
        <p style={{ marginTop: 0 }}>{t('team.closeBody')}</p>
      </ConfirmDialog>
    </Section>
  );
}
