import { TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, sendFile, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  Announcer,
  BanFlower,
  Facts,
  FileDrop,
  Form,
  Notice,
  Page,
  ProblemAlert,
  Section,
} from '#platform/ui';
import { printedCode } from '../rules/index.ts';
import styles from './transcript.module.css';

type Found = operations['transcript.verifyCode']['responses'][200]['content']['application/json'];
type Checked = operations['transcript.verifyFile']['responses'][200]['content']['application/json'];

/** For anybody with a transcript in hand: is it in force, and is the file the one that was issued. Nothing about the pupil. */
export default function VerifyPage() {
  const { t } = useTranslation('transcript');
  const { code: given = '' } = useParams({ strict: false }) as { code?: string };
  const [code, setCode] = useState(given);
  const [found, setFound] = useState<Found>();
  const look = useCommand({
    run: (body: { code: string }, init) => answer(api.POST('/api/transcript/verify', { body, ...init })),
    refreshes: [],
    onDone: setFound,
  });
  const { mutate } = look;
  useEffect(() => {
    if (given) mutate({ code: given });
  }, [given, mutate]);
  return (
    <main className={styles.door}>
      <BanFlower size={40} />
      <Page title={t('verify.title')} lead={t('verify.lead')}>
        <Form
          submit={t('verify.verb')}
          busy={look.isPending}
          error={look.error}
          onSubmit={() => {
            setFound(undefined);
            look.mutate({ code });
          }}
        >
          <TextInput
            label={t('verify.code')}
            description={t('verify.codeWhat')}
            autoComplete="off"
            maxLength={60}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </Form>
        {found ? <FoundView found={found} /> : null}
      </Page>
      <Announcer />
    </main>
  );
}

function FoundView({ found }: { found: Found }) {
  const { t } = useTranslation('transcript');
  const [progress, setProgress] = useState<number>();
  const [checked, setChecked] = useState<Checked>();
  const [error, setError] = useState<unknown>();
  async function check(file: File) {
    setProgress(0);
    setError(undefined);
    setChecked(undefined);
    try {
      setChecked(
        await sendFile<Checked>(`/api/transcript/verify/${found.code}/file`, file, setProgress).answer,
      );
    } catch (fault) {
      setError(fault);
    } finally {
      setProgress(undefined);
    }
  }
  return (
    <>
      <Section title={t(`verify.state.${found.state}`)}>
        <Notice tone={found.state === 'issued' ? 'done' : 'due'}>
          {t(`verify.means.${found.state}`, {
            newest: found.newest,
            day: found.endedAt ? formatDateTime(found.endedAt) : '',
          })}
        </Notice>
        <Facts
          facts={[
            { name: t('content.school'), value: found.school },
            { name: t('verify.level'), value: t(`levelOf.${found.level}`) },
            { name: t('mine.year'), value: found.schoolYear },
            { name: t('verify.version'), value: String(found.number) },
            { name: t('verify.issuedAt'), value: formatDateTime(found.issuedAt) },
            { name: t('verify.code'), value: printedCode(found.code) },
          ]}
        />
        <p>{t('verify.compare')}</p>
      </Section>
      <Section title={t('verify.file')}>
        {error ? <ProblemAlert error={error} /> : null}
        {checked ? (
          <>
            <Notice tone={checked.verdict === 'genuine' ? 'done' : 'due'}>
              {t(`verify.verdict.${checked.verdict}`)}
            </Notice>
            {checked.signatures.length > 0 ? (
              <ul>
                {checked.signatures.map(({ signer, holds, standing }) => (
                  <li key={signer}>
                    {t(holds ? 'verify.holds' : 'verify.fails', { signer })}{' '}
                    {t(`verify.standing.${standing}`)}
                  </li>
                ))}
              </ul>
            ) : null}
          </>
        ) : null}
        <FileDrop
          label={t('verify.drop')}
          accept={['.pdf']}
          maxBytes={5 * 1024 * 1024}
          progress={progress}
          onFile={(file) => void check(file)}
        />
      </Section>
    </>
  );
}
