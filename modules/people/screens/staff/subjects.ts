import { useTranslation } from 'react-i18next';
import { programmes } from '#reference/curriculum-2018';

const subjects = programmes.at(-1)?.subjects ?? [];

/** Subjects of the programme to choose from, in the reader's language. */
export function useSubjects(): { value: string; label: string }[] {
  const { i18n } = useTranslation('people');
  return subjects.map(({ code, name, englishName }) => ({
    value: code,
    label: i18n.language === 'en' ? englishName : name,
  }));
}

/** Strands of a subject to choose from; empty for a subject that is one whole. */
export function strandsOf(subjectCode: string): { value: string; label: string }[] {
  const found = subjects.find(({ code }) => code === subjectCode);
  return (found?.strands ?? []).map(({ code, name }) => ({ value: code, label: name }));
}

/** Names a subject or its strand in the reader's language; a code the programme does not know stays as it is. */
export function useSubjectName(): (subjectCode: string, strand: string) => string {
  const { i18n } = useTranslation('people');
  return (subjectCode, strand) => {
    const found = subjects.find(({ code }) => code === subjectCode);
    if (!found) return subjectCode;
    const name = i18n.language === 'en' ? found.englishName : found.name;
    const part = found.strands.find(({ code }) => code === strand);
    return part ? `${name} (${part.name})` : name;
  };
}
