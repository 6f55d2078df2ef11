import { Anchor, Button, MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { foldVietnamese } from '#platform/i18n';
import { Form, Section, SideDrawer, toast } from '#platform/ui';

/** Schools of a professional cluster, and the choice of them. */
export function ClusterSchools({
  clusterId,
  schools,
}: {
  clusterId: string;
  schools: readonly { id: string; name: string }[];
}) {
  const { t } = useTranslation('organisation');
  const may = useMay();
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const all = useQuery({
    queryKey: ['units', 'schools'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/units', { params: { query: { kind: 'school', limit: 500 } }, signal })),
    enabled: choosing,
  });
  const save = useCommand({
    run: (schoolIds: string[], init) =>
      answer(
        api.PUT('/api/clusters/{unitId}/schools', {
          params: { path: { unitId: clusterId } },
          body: { schoolIds },
          ...init,
        }),
      ),
    refreshes: [['units']],
    onDone: (result) => {
      setChoosing(false);
      toast({
        tone: result.skipped.length > 0 ? 'due' : 'done',
        text: t('cluster.saved', { done: result.done, asked: result.asked }),
      });
    },
  });
  return (
    <Section
      title={t('cluster.schools', { count: schools.length })}
      aside={
        may('organisation.setClusterSchools') ? (
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              setChosen(schools.map((school) => school.id));
              setChoosing(true);
            }}
          >
            {t('cluster.choose')}
          </Button>
        ) : null
      }
    >
      {schools.length === 0 ? <p style={{ margin: 0 }}>{t('cluster.noSchools')}</p> : null}
      <ul style={{ margin: 0, paddingLeft: 20, columns: '280px' }}>
        {schools.map((school) => (
          <li key={school.id}>
            <Anchor component={Link} to={`/don-vi/${school.id}`}>
              {school.name}
            </Anchor>
          </li>
        ))}
      </ul>
      <SideDrawer opened={choosing} title={t('cluster.choose')} onClose={() => setChoosing(false)}>
        <Form
          submit={t('unit.save')}
          busy={save.isPending}
          onSubmit={() => save.mutate(chosen)}
          onCancel={() => setChoosing(false)}
          error={save.error ?? all.error}
        >
          <MultiSelect
            label={t('cluster.schoolsLabel')}
            description={t('picker.hint')}
            searchable
            data={(all.data?.items ?? schools).map((school) => ({ value: school.id, label: school.name }))}
            filter={({ options, search }) =>
              options.filter(
                (option) =>
                  'label' in option && foldVietnamese(option.label).includes(foldVietnamese(search.trim())),
              )
            }
            limit={60}
            value={chosen}
            onChange={setChosen}
            nothingFoundMessage={t('picker.none')}
          />
        </Form>
      </SideDrawer>
    </Section>
  );
}
