import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Tag } from '#platform/ui';
import { ruleWords, type Violation } from '#rules/timetable';
import { FirstRows } from './first-rows.tsx';

const first = 12;
const most = 400;

/** What a timetable breaks, the grave first, by rule and class; each line leads to its lesson. */
export function ViolationsList({
  violations,
  mustFix,
  onShow,
}: {
  violations: readonly Violation[];
  mustFix: number;
  onShow: (lessonId: string) => void;
}) {
  const { t } = useTranslation('timetable');
  const sorted = [...violations].sort(
    (a, b) =>
      Number(b.severity === 'mustFix') - Number(a.severity === 'mustFix') ||
      ruleWords[a.rule].localeCompare(ruleWords[b.rule], 'vi') ||
      a.message.localeCompare(b.message, 'vi', { numeric: true }),
  );
  return (
    <Section
      title={t('violations.title')}
      aside={
        <Tag tone={mustFix > 0 ? 'late' : 'done'}>
          {mustFix > 0 ? t('violations.mustFix', { count: mustFix }) : t('violations.none')}
        </Tag>
      }
    >
      <FirstRows first={first}>
        {sorted.slice(0, most).map((one) => (
          <li key={`${one.rule} ${one.message} ${one.lessonIds.join()}`}>
            <Tag tone={one.severity === 'mustFix' ? 'late' : 'due'}>{ruleWords[one.rule]}</Tag>{' '}
            {one.lessonIds[0] ? (
              <Anchor
                component="button"
                type="button"
                ta="left"
                onClick={() => onShow(one.lessonIds[0] as string)}
              >
                {one.message}
              </Anchor>
            ) : (
              one.message
            )}
          </li>
        ))}
      </FirstRows>
    </Section>
  );
}
