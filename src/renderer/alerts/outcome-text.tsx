import { formatChange } from '../../shared/format/format-change.ts';
import { DirectionText } from '../components/direction-text.tsx';

/** What the price did afterwards; a dash while that is not known. */
export function OutcomeText({ percent }: { readonly percent: number | null }) {
  return <DirectionText value={percent ?? NaN} text={formatChange(percent === null ? null : percent / 100)} />;
}
