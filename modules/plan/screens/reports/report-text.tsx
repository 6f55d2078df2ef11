import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, Notice, Section, toast } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';
import type { Narrative, ReportDetail } from './report-words.ts';
import type { TextOfReport } from './use-report-text.ts';

type Theirs = { title: string; symbol: string | null; narrative: Narrative; version: number };

/** The words of the report, part by part, to be written by the unit. */
export function ReportText({ text, sections }: { text: TextOfReport; sections: ReportDetail['sections'] }) {
  const { t } = useTranslation('reports');
  const { form, save } = text;
  const conflict = theirsOf<Theirs>(save.error);

  function send(version: number) {
    if (!form.values.title.trim()) {
      form.refuse([{ path: 'title', message: t('text.titleMissing') }]);
      return;
    }
    save.mutate(
      { ...form.values, version, title: form.values.title.trim() },
      { onError: form.refuse, onSuccess: () => toast({ tone: 'done', text: t('text.saved') }) },
    );
  }

  /** Only what differs: a report is long, and what is the same on both sides needs no choice. */
  function inWords(which: 'mine' | 'theirs'): string {
    if (!conflict) return '';
    const fields = [
      { name: t('text.name'), mine: form.values.title, theirs: conflict.title },
      { name: t('report.symbol'), mine: form.values.symbol, theirs: conflict.symbol ?? '' },
      ...sections.map(({ key }) => ({
        name: t(`text.section.${key}`),
        mine: form.values[key as keyof Narrative],
        theirs: conflict.narrative[key as keyof Narrative],
      })),
    ];
    return fields
      .filter((field) => field.mine !== field.theirs)
      .map((field) => `${field.name}:\n${field[which]}`)
      .join('\n\n');
  }

  const bound = (name: 'title' | 'symbol' | keyof Narrative) => ({
    ...form.text(name),
    onChange: (event: { currentTarget: { value: string } }) => text.change(name, event.currentTarget.value),
  });
  return (
    <Section title={t('text.title')}>
      {text.restored ? <Notice>{t('ui:form.restored')}</Notice> : null}
      <Form
        submit={t(text.isChanged ? 'text.save' : 'text.unchanged')}
        busy={save.isPending}
        error={conflict ? undefined : save.error}
        problems={form.problems}
        labels={{
          ...{ title: t('text.name'), symbol: t('report.symbol') },
          ...Object.fromEntries(sections.map(({ key }) => [key, t(`text.section.${key}`)])),
        }}
        onSubmit={() => send(form.values.version)}
        width={760}
      >
        <TextInput label={t('text.name')} maxLength={300} {...bound('title')} />
        <TextInput
          label={t('report.symbol')}
          description={t('text.symbolHint')}
          maxLength={60}
          {...bound('symbol')}
        />
        {sections.map(({ key }) => (
          <Textarea
            key={key}
            label={t(`text.section.${key}`)}
            description={t(`text.hint.${key}`)}
            autosize
            minRows={3}
            maxLength={20_000}
            {...bound(key as keyof Narrative)}
          />
        ))}
      </Form>
      <EditConflict<Theirs>
        error={save.error}
        mine={inWords('mine')}
        inWords={() => inWords('theirs')}
        onTakeTheirs={text.take}
        onKeepMine={send}
        onClose={() => save.reset()}
      />
    </Section>
  );
}
