import { useTranslation } from 'react-i18next';
import type { IndustryDetailFigures } from '../../../shared/contract/industries.ts';
import { Fact, FactsList } from '../symbol/facts-list.tsx';
import { industryFigures } from './industry-figures.tsx';

/** The figures of an industry, one below the other. */
export function IndustryFacts({ detail, symbols }: { readonly detail: IndustryDetailFigures; readonly symbols: number }) {
  const { t } = useTranslation();
  return (
    <FactsList>
      {industryFigures(t, symbols, detail).map(({ name, value }) => <Fact key={name} name={name}>{value}</Fact>)}
    </FactsList>
  );
}
