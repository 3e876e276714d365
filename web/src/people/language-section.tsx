import { LANGUAGES } from '@permit/domain/texts/text.ts';
import { LANGUAGE_NAMES } from '@permit/ui/language-switch.tsx';
import { Select } from '@permit/ui/select.tsx';
import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from './form-section.tsx';

const OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

/** The language of letters and SMS; that of the pages is chosen on each device. */
export function LanguageSection({ account }: { readonly account: Output<'getAccount'> }): ReactElement {
  const { api } = useApp();
  const t = useTexts(accountHelpTexts);
  const f = useTexts(frameTexts);
  const p = useTexts(peopleTexts);
  const act = useAct();
  const [chosen, setChosen] = useState<string>(account.language);
  const [done, setDone] = useState(false);
  const language = LANGUAGES.find((one) => one === chosen);
  const save = async (): Promise<void> => {
    setDone(false);
    if (language && (await act.run('set language', () => api.call('setLanguage', { language }))))
      setDone(true);
  };
  return (
    <FormSection
      act={act}
      submit={t('save')}
      ready={language !== undefined}
      done={done ? p('done') : undefined}
      onSubmit={save}
    >
      <Select
        id="written-in"
        label={t('writtenIn')}
        nothing={f('choose')}
        options={OPTIONS}
        value={chosen}
        onValue={setChosen}
      />
    </FormSection>
  );
}
