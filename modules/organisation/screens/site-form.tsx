import { Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatNumber } from '#platform/i18n';
import { type FieldProblem, Form, toast, useDraftForm } from '#platform/ui';
import type { Site } from './site-list.tsx';

interface Input {
  kind: 'main' | 'satellite';
  name: string;
  village: string | null;
  distanceKm: number | null;
}

/** '12,5' or '12.5' as kilometres; null: nothing typed; NaN: not a number. */
function readKilometres(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  if (!text) return null;
  return /^\d+(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
}

/** A teaching site, new or changed. */
export function SiteForm({
  schoolId,
  site,
  onClose,
}: {
  schoolId: string;
  site: Site | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('organisation');
  const form = useDraftForm(site ? `site.${site.id}` : `site.new.${schoolId}`, {
    kind: (site?.kind ?? 'satellite') as string,
    name: site?.name ?? '',
    village: site?.village ?? '',
    distanceKm: typeof site?.distanceKm === 'number' ? formatNumber(site.distanceKm) : '',
  });
  const labels = { name: t('site.name'), village: t('site.village'), distanceKm: t('site.distance') };
  const save = useCommand({
    run: (body: Input, init) =>
      site
        ? answer(
            api.PATCH('/api/sites/{siteId}', {
              params: { path: { siteId: site.id } },
              body: { ...body, version: site.version },
              ...init,
            }),
          )
        : answer(
            api.POST('/api/units/{unitId}/sites', { params: { path: { unitId: schoolId } }, body, ...init }),
          ),
    refreshes: [['units']],
    onDone: (saved) => {
      form.clear();
      toast({ tone: 'done', text: t('site.saved', { name: saved.name }) });
      onClose();
    },
  });
  function send() {
    const { kind, name, village, distanceKm } = form.values;
    const kilometres = readKilometres(distanceKm);
    const found: FieldProblem[] = [
      ...(name.trim() ? [] : [{ path: 'name', message: t('units.nameMissing') }]),
      ...(Number.isNaN(kilometres) ? [{ path: 'distanceKm', message: t('site.distanceWrong') }] : []),
    ];
    save.reset();
    form.refuse(found);
    if (found.length > 0) return;
    save.mutate(
      {
        kind: kind === 'main' ? 'main' : 'satellite',
        name,
        village: village.trim() || null,
        distanceKm: kilometres,
      },
      { onError: form.refuse },
    );
  }
  return (
    <Form
      submit={t('unit.save')}
      busy={save.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={form.problems}
      labels={labels}
      error={save.error}
    >
      <TextInput label={labels.name} {...form.text('name')} />
      <Radio.Group
        label={t('site.kind')}
        value={form.values.kind}
        onChange={(kind) => form.change('kind', kind)}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="main" label={t('site.kinds.main')} />
          <Radio value="satellite" label={t('site.kinds.satellite')} />
        </Stack>
      </Radio.Group>
      <TextInput label={labels.village} {...form.text('village')} />
      <TextInput
        label={labels.distanceKm}
        description={t('site.distanceHint')}
        inputMode="decimal"
        {...form.text('distanceKm')}
      />
    </Form>
  );
}
