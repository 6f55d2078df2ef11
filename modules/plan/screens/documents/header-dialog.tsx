import { Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSchoolYears } from '#api';
import { formatDate } from '#platform/i18n';
import { ConflictDialog, DateField, Form, problemOf, toast, useDraftForm } from '#platform/ui';
import type { PlanDocument } from './document-words.ts';
import type { Review } from './use-review.ts';

interface Head {
  readonly version: number;
  readonly title: string;
  readonly signedOn: string | null;
  readonly signatoryName: string | null;
  readonly schoolYear: string;
}

/** Title, school year, day of signing and signatory of a draft. */
export function HeaderDialog({
  document,
  review,
  onClose,
}: {
  document: PlanDocument;
  review: Review;
  onClose: () => void;
}) {
  const { t } = useTranslation('plan-document');
  const first = valuesOf(document);
  const form = useDraftForm(`plan.${document.id}`, first);
  const [theirs, setTheirs] = useState<Head>();
  const command = review.changeDocument;

  function save(version: number) {
    const { title, signedOn, signatoryName, schoolYear } = form.values;
    command.mutate(
      {
        version,
        title: title.trim(),
        signedOn: signedOn || null,
        signatoryName: signatoryName.trim() || null,
        schoolYear,
      },
      {
        onSuccess: () => {
          form.clear();
          toast({ tone: 'done', text: t('header.saved') });
          onClose();
        },
        onError: (error) => {
          const problem = problemOf(error);
          if (problem.code === 'plan.editedMeanwhile') setTheirs(problem.facts?.theirs as Head);
          else form.refuse(error);
        },
      },
    );
  }

  function send() {
    const missing = form.values.title.trim() ? [] : [{ path: 'title', message: t('header.titleMissing') }];
    form.refuse(missing);
    if (missing.length === 0) save(form.values.version);
  }

  const describe = (head: Omit<Head, 'version'>) =>
    [
      `${t('header.title')}: ${head.title}`,
      `${t('list.year')}: ${head.schoolYear}`,
      `${t('header.signedOn')}: ${head.signedOn ? formatDate(head.signedOn) : '–'}`,
      `${t('header.signatory')}: ${head.signatoryName || '–'}`,
    ].join('\n');
  const years = [...new Set([document.schoolYear, ...useSchoolYears()])].sort().reverse();
  const conflict = problemOf(command.error).code === 'plan.editedMeanwhile';
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={<strong>{t('header.open')}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      <Form
        submit={t('header.save')}
        busy={command.isPending}
        error={conflict ? undefined : command.error}
        problems={form.problems}
        onSubmit={send}
        onCancel={onClose}
        width="100%"
      >
        <Textarea label={t('header.title')} autosize maxLength={500} data-autofocus {...form.text('title')} />
        <NativeSelect
          id="field-schoolYear"
          label={t('list.year')}
          description={form.values.schoolYear === document.schoolYear ? undefined : t('header.yearMoves')}
          data={years}
          value={form.values.schoolYear}
          error={form.problem('schoolYear')}
          onChange={(event) => form.change('schoolYear', event.currentTarget.value)}
        />
        <DateField label={t('header.signedOn')} {...form.date('signedOn')} />
        <TextInput label={t('header.signatory')} maxLength={100} {...form.text('signatoryName')} />
      </Form>
      {theirs ? (
        <ConflictDialog
          opened
          theirs={describe(theirs)}
          mine={describe(form.values)}
          onTakeTheirs={() => {
            form.clear();
            onClose();
          }}
          onKeepMine={() => {
            setTheirs(undefined);
            save(theirs.version);
          }}
          onClose={() => {
            form.change('version', theirs.version);
            setTheirs(undefined);
            command.reset();
          }}
        />
      ) : null}
    </Modal>
  );
}

function valuesOf(document: PlanDocument) {
  return {
    version: document.version,
    title: document.title,
    signedOn: document.signedOn ?? '',
    signatoryName: document.signatoryName ?? '',
    schoolYear: document.schoolYear,
  };
}
