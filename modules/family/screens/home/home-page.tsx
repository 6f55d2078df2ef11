import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useMay, useMe, useSwitchRole } from '#api';
import { EmptyState, FilterChips, Notice, Page, ProblemAlert, Section, Tag, useAddress } from '#platform/ui';
import styles from '../family.module.css';
import { AddChild } from './add-child.tsx';
import { Today } from './today.tsx';

type Child =
  operations['people.listMyChildren']['responses'][200]['content']['application/json']['items'][number];

/** The first page of a pupil or guardian: today's lessons, what the school says, marks, groups; a child at a time. */
export default function HomePage() {
  const { t } = useTranslation('family');
  const { address } = useAddress();
  const me = useMe();
  const children = useQuery({
    queryKey: ['family', 'children'],
    queryFn: ({ signal }) => answer(api.GET('/api/people/my-children', { signal })),
  });
  const items = children.data?.items ?? [];
  const child = items.find(({ id }) => id === address.con) ?? items[0];
  return (
    <Page title={t('home.title', { name: me.account.name })}>
      <div className={styles.plain}>
        {children.error ? (
          <ProblemAlert error={children.error} onRetry={() => void children.refetch()} />
        ) : null}
        {children.isPending ? <Skeleton height={240} /> : null}
        {children.data && !child ? (
          <EmptyState title={t('home.nobody')}>{t('home.nobodyDetail')}</EmptyState>
        ) : null}
        {items.length > 1 ? (
          <FilterChips
            name="con"
            label={t('home.children')}
            options={items.map(({ id, name }, at) => ({ value: at === 0 ? '' : id, label: name }))}
          />
        ) : null}
        {child ? <ChildView key={child.id} child={child} /> : null}
        {children.data?.may.includes('people.addChild') ? <AddChild /> : null}
      </div>
    </Page>
  );
}

function ChildView({ child }: { child: Child }) {
  const { t } = useTranslation('family');
  const may = useMay();
  return (
    <>
      <h2>{child.name}</h2>
      <p>
        {child.className
          ? t('home.place', { className: child.className, school: child.school })
          : t('home.noClass', { school: child.school })}
        {child.homeroom ? (
          <span className={styles.soft}>{t('home.homeroom', { name: child.homeroom })}</span>
        ) : null}
      </p>
      <Group gap="sm">
        {child.classId ? (
          <Button component={Link} to={`/gia-dinh/ket-qua/${child.id}`} size="md">
            {t('home.book')}
          </Button>
        ) : null}
        <Button component={Link} to="/tin-nhan" variant="default" size="md">
          {t('home.write')}
        </Button>
        {may('gradebook.askLeave') ? (
          <Button component={Link} to="/xin-nghi" variant="default" size="md">
            {t('home.leave')}
          </Button>
        ) : null}
      </Group>
      {child.classId ? (
        <TodayOrSwitch unitId={child.unitId} classId={child.classId} school={child.school} />
      ) : null}
      <Told />
      <Surveys pupilId={child.id} />
      <Groups pupilId={child.id} />
    </>
  );
}

/** Timetables are those of the school one acts at; for a child at another school it takes the other role. */
function TodayOrSwitch({ unitId, classId, school }: { unitId: string; classId: string; school: string }) {
  const { t } = useTranslation('family');
  const me = useMe();
  const change = useSwitchRole();
  if (me.role?.unit.id === unitId) return <Today classId={classId} />;
  const there = me.roles.find(({ unit, role }) => unit.id === unitId && role === me.role?.role);
  return (
    <Section title={t('today.title')}>
      <p>{t('today.elsewhere', { school })}</p>
      {there ? (
        <Button variant="default" loading={change.isPending} onClick={() => change.mutate(there.id)}>
          {t('today.switch', { school })}
        </Button>
      ) : null}
    </Section>
  );
}

/** The latest notices of the school. */
function Told() {
  const { t } = useTranslation('family');
  const list = useQuery({
    queryKey: ['family', 'received'],
    queryFn: ({ signal }) => answer(api.GET('/api/family/announcements', { signal })),
  });
  return (
    <Section
      title={t('notices.title')}
      aside={
        list.data && list.data.unread > 0 ? (
          <Tag tone="due">{t('notices.unread', { count: list.data.unread })}</Tag>
        ) : null
      }
    >
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.items.length === 0 ? <p>{t('notices.none')}</p> : null}
      <ul className={styles.list}>
        {list.data?.items.slice(0, 3).map(({ id, title, readAt, author }) => (
          <li key={id}>
            <Link to={`/thong-bao/${id}`}>{readAt ? title : <strong>{title}</strong>}</Link>
            <span className={styles.soft}>
              {author}
              {readAt ? '' : ` · ${t('notices.new')}`}
            </span>
          </li>
        ))}
      </ul>
      {(list.data?.items.length ?? 0) > 3 ? <Link to="/thong-bao">{t('notices.all')}</Link> : null}
    </Section>
  );
}

/** Surveys that wait for an answer about this pupil. */
function Surveys({ pupilId }: { pupilId: string }) {
  const { t } = useTranslation('family');
  const list = useQuery({
    queryKey: ['needs-survey', 'mine'],
    queryFn: ({ signal }) => answer(api.GET('/api/needs-survey/mine', { signal })),
  });
  const open = list.data?.items.filter(
    ({ pupil, survey }) => pupil.id === pupilId && survey.state === 'open' && !survey.answered,
  );
  if (!open || open.length === 0) return null;
  return (
    <Section title={t('surveys.title')}>
      <Notice tone="due">
        {open.map(({ survey }) => survey.title).join('; ')}.{' '}
        <Link to="/khao-sat/cua-em">{t('surveys.answer')}</Link>
      </Notice>
    </Section>
  );
}

/** Groups of session 2 of this pupil. */
function Groups({ pupilId }: { pupilId: string }) {
  const { t } = useTranslation('family');
  const list = useQuery({
    queryKey: ['family', 'groups'],
    queryFn: ({ signal }) => answer(api.GET('/api/needs-survey/my-groups', { signal })),
  });
  const groups = list.data?.items.filter((group) => group.pupilId === pupilId) ?? [];
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (groups.length === 0) return null;
  return (
    <Section title={t('groups.title')}>
      <ul className={styles.list}>
        {groups.map(({ id, name, subjectName, periods, teacher }) => (
          <li key={id}>
            {name}
            <span className={styles.soft}>
              {[subjectName, t('groups.periods', { count: periods }), teacher].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
