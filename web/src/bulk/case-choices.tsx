import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { submitManyTexts } from '@permit/ui/texts/submit-many-texts.ts';
import type { ReactElement } from 'react';
import type { ApiClient, Output } from '../api/api-client.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';

export type ListedCase = Output<'listApplications'>['applications'][number];

/** Cases of one bulk act (domain/contract/bulk-api.ts). */
const MOST_CASES = 1_000;

/** Which of many cases an act is for; all of them until some are left out. */
export function CaseChoices(props: {
  readonly id: string;
  readonly label: string;
  readonly cases: readonly ListedCase[];
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}): ReactElement {
  const { id, label, cases, left, onLeft } = props;
  const t = useTexts(submitManyTexts);
  const serviceName = useServiceNames();
  const toggle = (one: string): void =>
    onLeft(new Set(left.has(one) ? [...left].filter((other) => other !== one) : [...left, one]));
  const setAll = (on: boolean): void =>
    onLeft(new Set(on ? [] : cases.map(({ applicationId }) => applicationId)));
  return (
    <FieldGroup words={{ id, label }}>
      <div className="choices">
        <label className="choice">
          <input
            type="checkbox"
            checked={left.size === 0}
            onChange={(event) => setAll(event.target.checked)}
          />
          <strong>{t('all')}</strong>
        </label>
        {cases.map(({ applicationId, applicationNo, workerName, serviceCode }) => (
          <label className="choice" key={applicationId}>
            <input
              type="checkbox"
              checked={!left.has(applicationId)}
              onChange={() => toggle(applicationId)}
            />
            <span>
              {workerName || t('noName')}
              <span className="quiet">
                {' '}
                · {applicationNo && `${applicationNo} · `}
                {serviceName(serviceCode)}
              </span>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** Every case of the person in a state, page by page, as many as one act takes. */
export async function allCases(api: ApiClient, state: ListedCase['state']): Promise<readonly ListedCase[]> {
  const cases: ListedCase[] = [];
  for (let after: string | undefined = ''; after !== undefined && cases.length < MOST_CASES;) {
    const page: Output<'listApplications'> = await api.call('listApplications', {
      state,
      limit: 100,
      ...(after ? { after } : {}),
    });
    cases.push(...page.applications);
    after = page.next;
  }
  return cases.slice(0, MOST_CASES);
}
