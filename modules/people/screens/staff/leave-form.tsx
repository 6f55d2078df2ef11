import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { DateField, Form, Notice, problemOf, toast } from '#platform/ui';
import type { StaffDetail } from '../answers.ts';

/** Writes down that somebody stops working at the school from a day on, or is back. */
export function LeaveForm({ detail, onClose }: { detail: StaffDetail; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { id, leftOn, version, fullName } = detail.member;
  const [on, setOn] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const save = useCommand({
    run: (day: string | null, init) =>
      answer(
        api.POST('/api/people/staff/{staffId}/left', {
          params: { path: { staffId: id } },
          body: { on: day, version },
          ...init,
        }),
      ),
    refreshes: [['people']],
    onDone: ({ classesWithoutHomeroom }) => {
      const bare = classesWithoutHomeroom.join(', ');
      toast({
        tone: 'done',
        text: bare
          ? t('leave.savedBare', { name: fullName, classes: bare })
          : t('leave.saved', { name: fullName }),
      });
      onClose();
    },
  });
  const isBack = leftOn !== null;
  const fault = isMissing
    ? t('leave.dayMissing')
    : save.error
      ? problemOf(save.error).problems?.find(({ path }) => path.endsWith('on'))?.message
      : undefined;
  return (
    <Form
      submit={isBack ? t('leave.back') : t('leave.confirm')}
      busy={save.isPending}
      onCancel={onClose}
      problems={fault ? [{ path: 'on', message: fault }] : []}
      labels={{ on: t('leave.day') }}
      error={save.error}
      onSubmit={() => {
        save.reset();
        setMissing(!isBack && on === null);
        if (isBack || on !== null) save.mutate(isBack ? null : on);
      }}
    >
      <Notice tone={isBack ? 'info' : 'due'}>
        <p>{isBack ? t('leave.backExplain') : t('leave.explain')}</p>
      </Notice>
      {isBack ? null : (
        <DateField id="field-on" label={t('leave.day')} value={on} onChange={setOn} error={fault} />
      )}
    </Form>
  );
}
