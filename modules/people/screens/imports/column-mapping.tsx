import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ProblemAlert } from '#platform/ui';
import styles from './import.module.css';
import type { Preview } from './preview.ts';

/** Which column gives what; open from the start when a column that is needed has not been found. */
export function ColumnMapping({ data }: { data: Preview }) {
  const { t } = useTranslation('import');
  const [fields, setFields] = useState(data.columns.map(({ field }) => field));
  const save = useCommand({
    run: (body: { version: number; fields: (string | null)[] }, init) =>
      answer(
        api.PUT('/api/people/imports/{importId}/columns', {
          params: { path: { importId: data.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['imports']],
  });
  const used = fields.filter((field) => field !== null).length;

  function choose(at: number, field: string | null) {
    // A field comes from one column: choosing it here takes it from where it was.
    setFields(fields.map((old, place) => (place === at ? field : old === field ? null : old)));
  }

  return (
    <details className={styles.mapping} open={data.missingColumns.length > 0 || undefined}>
      <summary>{t('columns.title', { used, total: data.columns.length })}</summary>
      <p>{t('columns.explain')}</p>
      <div className={styles.columns}>
        {data.columns.map(({ letters, heading, sample }, at) => (
          <NativeSelect
            key={letters}
            label={`${letters}. ${heading || t('columns.noHeading')}`}
            description={sample ? t('columns.sample', { text: sample }) : ' '}
            value={fields[at] ?? ''}
            onChange={(event) => choose(at, event.currentTarget.value || null)}
            data={[
              { value: '', label: t('columns.none') },
              ...data.fields.map(({ field, title, required }) => ({
                value: field,
                label: required ? `${title} *` : title,
              })),
            ]}
          />
        ))}
      </div>
      {save.error ? <ProblemAlert error={save.error} /> : null}
      <Group mt="sm">
        <Button
          variant="default"
          loading={save.isPending}
          onClick={() => save.mutate({ version: data.version, fields })}
        >
          {t('columns.save')}
        </Button>
      </Group>
    </details>
  );
}
