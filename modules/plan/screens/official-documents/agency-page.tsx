import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand, useMay } from '#api';
import { Facts, Form, Notice, Page, ProblemAlert, ProgressOfWork, toast, useKeptForm } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';

type Agency = operations['plan.getAgencySetting']['responses'][200]['content']['application/json'];
type Body = operations['plan.updateAgencySetting']['requestBody']['content']['application/json'];

/** How the own unit writes itself in documents: abbreviation in the symbol, place name, agency above. */
export default function AgencyPage() {
  const { t } = useTranslation('official-documents');
  const may = useMay();
  const setting = useQuery({
    queryKey: ['plan', 'agency-setting'],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/agency-setting', { signal })),
  });
  return (
    <Page title={t('agency.title')} lead={setting.data ? setting.data.unit.name : t('agency.lead')}>
      {setting.error ? (
        <ProblemAlert error={setting.error} onRetry={() => void setting.refetch()} />
      ) : setting.isPending ? (
        <ProgressOfWork doing={t('page.loading')} />
      ) : may('plan.updateAgencySetting') ? (
        <AgencyForm key={setting.data.unit.id} agency={setting.data} />
      ) : (
        <Facts
          facts={[
            { name: t('agency.abbreviation'), value: setting.data.abbreviation },
            { name: t('agency.place'), value: setting.data.place },
            { name: t('agency.superior'), value: setting.data.superior },
          ]}
        />
      )}
    </Page>
  );
}

const valuesOf = ({ version, abbreviation, place, superior }: Agency) => ({
  ...{ version, abbreviation, place },
  superior: superior ?? '',
});

function AgencyForm({ agency }: { agency: Agency }) {
  const { t } = useTranslation('official-documents');
  const form = useKeptForm(`agency.${agency.unit.id}`, valuesOf(agency));
  const { values } = form;
  const save = useCommand({
    run: ({ body }: { body: Body; sent: typeof values }, init) =>
      answer(api.PATCH('/api/plan/agency-setting', { body, ...init })),
    refreshes: [['plan', 'agency-setting']],
    onDone: (saved, { sent }) => {
      form.saved(sent, valuesOf(saved));
      toast({ tone: 'done', text: t('agency.saved') });
    },
  });
  function send(version: number) {
    const missing = [
      ...(values.abbreviation.trim()
        ? []
        : [{ path: 'abbreviation', message: t('agency.abbreviationMissing') }]),
      ...(values.place.trim() ? [] : [{ path: 'place', message: t('agency.placeMissing') }]),
    ];
    form.refuse(missing);
    if (missing.length > 0) return;
    save.mutate(
      {
        body: {
          version,
          abbreviation: values.abbreviation.trim(),
          place: values.place.trim(),
          superior: values.superior.trim() || null,
        },
        // Kept over a newer version on purpose: what comes back is the one after that.
        sent: values,
      },
      { onError: form.refuse },
    );
  }
  const inWords = (agencyNow: { abbreviation: string; place: string; superior: string | null }) =>
    [
      `${t('agency.abbreviation')}: ${agencyNow.abbreviation}`,
      `${t('agency.place')}: ${agencyNow.place}`,
      `${t('agency.superior')}: ${agencyNow.superior ?? ''}`,
    ].join('\n');
  return (
    <>
      {agency.set ? null : (
        <div style={{ maxWidth: 480, marginBottom: 16 }}>
          <Notice tone="due">{t('agency.proposed')}</Notice>
        </div>
      )}
      <Form
        submit={t('form.save')}
        busy={save.isPending}
        error={theirsOf(save.error) ? undefined : save.error}
        problems={form.problems}
        labels={{ abbreviation: t('agency.abbreviation'), place: t('agency.place') }}
        onSubmit={() => send(values.version)}
      >
        <TextInput
          label={t('agency.abbreviation')}
          description={
            agency.unit.kind === 'division'
              ? t('agency.sectionExample', { text: values.abbreviation || '…' })
              : t('agency.example', { text: values.abbreviation || '…' })
          }
          maxLength={30}
          {...form.text('abbreviation')}
        />
        <TextInput
          label={t('agency.place')}
          description={t('agency.placeExample', { text: values.place || '…' })}
          maxLength={100}
          {...form.text('place')}
        />
        <TextInput
          label={t('agency.superiorOptional')}
          description={t('agency.superiorHint')}
          maxLength={200}
          {...form.text('superior')}
        />
      </Form>
      <EditConflict<Agency>
        error={save.error}
        mine={inWords(values)}
        inWords={inWords}
        onTakeTheirs={(theirs) => {
          form.clear(valuesOf(theirs));
          save.reset();
        }}
        onKeepMine={send}
        onClose={() => save.reset()}
      />
    </>
  );
}
