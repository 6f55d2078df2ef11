import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ConfirmDialog, ProblemAlert, toast } from '#platform/ui';
import { type ReleasePolicy, releasePolicies } from '../rules/index.ts';

/** What families see of the school's marks; the principal changes it, asked once more since it shows at once. */
export function ReleaseTool() {
  const { t } = useTranslation('gradebook');
  const [wanted, setWanted] = useState<ReleasePolicy>();
  const release = useQuery({
    queryKey: ['gradebook', 'release'],
    queryFn: ({ signal }) => answer(api.GET('/api/gradebook/release', { signal })),
  });
  const save = useCommand({
    run: (body: { policy: ReleasePolicy; version: number }, init) =>
      answer(api.PUT('/api/gradebook/release', { body, ...init })),
    refreshes: [['gradebook', 'release']],
    onDone: () => {
      setWanted(undefined);
      toast({ tone: 'done', text: t('release.done') });
    },
  });
  const data = release.data;
  if (release.error) return <ProblemAlert error={release.error} onRetry={() => void release.refetch()} />;
  if (!data) return null;
  const policies = releasePolicies.map((value) => ({ value, label: t(`release.policy.${value}`) }));
  if (!data.may.includes('gradebook.setRelease')) {
    return <p>{t('release.now', { policy: t(`release.policy.${data.policy}`) })}</p>;
  }
  return (
    <>
      <Select
        label={t('release.label')}
        description={data.version === 0 ? t('release.ofDepartment') : undefined}
        maw={420}
        allowDeselect={false}
        data={policies}
        value={wanted ?? data.policy}
        onChange={(value) => setWanted(releasePolicies.find((one) => one === value))}
      />
      <ConfirmDialog
        opened={wanted !== undefined && wanted !== data.policy}
        title={t('release.question')}
        confirm={t('release.save')}
        busy={save.isPending}
        error={save.error}
        onConfirm={() => wanted && save.mutate({ policy: wanted, version: data.version })}
        onClose={() => {
          setWanted(undefined);
          save.reset();
        }}
      >
        <p>{t(`release.what.${wanted ?? data.policy}`)}</p>
      </ConfirmDialog>
      {data.version === 0 ? (
        <Button
          mt="sm"
          variant="subtle"
          size="compact-sm"
          loading={save.isPending}
          onClick={() => save.mutate({ policy: data.policy, version: 0 })}
        >
          {t('release.keep')}
        </Button>
      ) : null}
    </>
  );
}
