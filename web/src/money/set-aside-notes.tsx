import { moneyTexts } from '@permit/ui/texts/money-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useTexts } from '../app/use-texts.ts';
import { formatBaht } from '../portal/money.ts';

type SetAside = Output<'getBill'>['setAside'];
type Problem =
  'amount-differs' | 'paid-after-due' | 'bill-already-paid' | 'member-already-paid' | 'no-such-bill';

/** Money that came and could not be used: said to the payer, because an officer has it in hand. */
export function SetAsideNotes({ setAside }: { readonly setAside: SetAside }): ReactElement | null {
  const m = useTexts(moneyTexts);
  const open = setAside.filter(({ settledAs }) => settledAs === undefined);
  if (open.length === 0) return null;
  return (
    <>
      {open.map(({ amountSatang, problem, at }) => (
        <p className="notice notice-warn" key={at}>
          {m('setAside', { amount: formatBaht(amountSatang), problem: m(`problem_${problem as Problem}`) })}
        </p>
      ))}
    </>
  );
}
