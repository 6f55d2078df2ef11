import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftForm } from '#platform/ui';
import type { SettingForm, Words } from '../rules/index.ts';
import type { SettingTexts } from './setting-fields.ts';

/** The fields in which a value is typed, as its form asks. */
export function SettingInputs({
  form,
  fields,
  language,
}: {
  form: SettingForm;
  fields: DraftForm<SettingTexts>;
  language: keyof Words;
}) {
  const { t } = useTranslation('settings');
  if (form.kind === 'choice') {
    return (
      <Select
        label={t('form.value')}
        data={form.options.map(({ key, label }) => ({ value: key, label: label[language] }))}
        value={fields.values.value ?? null}
        allowDeselect={false}
        error={fields.problem('value')}
        onChange={(key) => fields.change('value', key ?? '')}
      />
    );
  }
  const unit = form.kind === 'percent' ? '%' : form.unit[language];
  if (form.kind === 'row') {
    return form.fields.map(({ key, label }) => (
      <TextInput
        key={key}
        label={t('form.valueIn', { name: label[language], unit })}
        inputMode="decimal"
        maxLength={20}
        {...fields.text(`value.${key}`)}
      />
    ));
  }
  if (form.kind === 'table') {
    return (
      <div style={{ overflowX: 'auto' }}>
        <table style={{ borderSpacing: '8px 6px', margin: '0 -8px' }}>
          <caption style={{ textAlign: 'left', padding: '0 8px' }}>
            {t('form.valueIn', { name: t('form.value'), unit })}
          </caption>
          <thead>
            <tr>
              <td />
              {form.columns.map(({ key, label }) => (
                <th key={key} scope="col" style={{ textAlign: 'left' }}>
                  {label[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {form.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" style={{ textAlign: 'left', fontWeight: 400 }}>
                  {row.label[language]}
                </th>
                {form.columns.map((column) => (
                  <td key={column.key} style={{ minWidth: 76, verticalAlign: 'top' }}>
                    <TextInput
                      aria-label={`${row.label[language]}, ${column.label[language]}`}
                      inputMode="decimal"
                      maxLength={20}
                      {...fields.text(`value.${row.key}.${column.key}`)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  return (
    <TextInput
      label={t('form.valueIn', { name: t('form.value'), unit })}
      description={form.kind === 'numbers' ? t('form.numbersHint') : undefined}
      inputMode={form.kind === 'numbers' ? 'text' : 'decimal'}
      maxLength={100}
      {...fields.text('value')}
    />
  );
}
