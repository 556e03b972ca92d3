// A credit in numbers, and how much of it is used as a bar.

import { Progress } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Figures } from '../record/figures.tsx';
import { creditMessages } from './credit-messages.ts';
import type { Credit, OpenTerms } from './use-credit.ts';

export interface CreditFiguresProps {
  readonly credit: Credit;
  readonly open: readonly OpenTerms[];
}

export function CreditFigures({ credit, open }: CreditFiguresProps) {
  const say = useSay(creditMessages);
  const formats = useFormats();
  const { currency, limitMinor, owedMinor, netDays } = credit;
  const inWords = (amountMinor: number) => formats.money(amountMinor, currency);
  const overdueMinor = open
    .filter((one) => one.overdue && one.currency === currency)
    .reduce((sum, one) => sum + one.owedMinor, 0);
  const leftMinor = limitMinor - owedMinor;
  const figures = [
    { label: say('limit'), value: inWords(limitMinor) },
    { label: say('used'), value: inWords(owedMinor) },
    { label: say(leftMinor < 0 ? 'beyond' : 'left'), value: inWords(Math.abs(leftMinor)) },
    { label: say('terms'), value: say('netDays', { days: netDays }) },
    ...(overdueMinor > 0 ? [{ label: say('overdue'), value: inWords(overdueMinor) }] : []),
  ];
  const isLate = overdueMinor > 0 || leftMinor < 0;
  return (
    <>
      <Figures figures={figures} />
      <Progress
        my="xs"
        size="sm"
        value={limitMinor === 0 ? 100 : Math.min(100, (100 * owedMinor) / limitMinor)}
        color={isLate ? 'red' : 'teal'}
        aria-label={say('usedOf', { used: inWords(owedMinor), limit: inWords(limitMinor) })}
      />
    </>
  );
}
