import { Radar } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { DetectorView } from './detector-view.tsx';
import { DraftView } from './draft-view.tsx';
import { RanksView } from './ranks-view.tsx';
import { RuleView } from './rule-view.tsx';
import { itemKey } from './scan-item.ts';
import { SignalsView } from './signals-view.tsx';

/** The universe, ranked and searched: one of the list's entries in the middle, why a symbol is in it on the right. */
export function ScanPage() {
  const { t } = useTranslation();
  const { scan, symbols, navigation } = useDesk();
  const item = useStore(scan, (state) => state.item);
  const isEmpty = useStore(symbols, ({ rows }) => rows.state === 'ready' && rows.value.length === 0);
  if (isEmpty) {
    const action = <Button onClick={() => navigation.getState().openOverlay('import')}>{t('list.empty.action')}</Button>;
    return <StateView isPage icon={<Radar size={24} aria-hidden />} title={t('universe.empty.title')} hint={t('universe.empty.hint')} action={action} />;
  }
  switch (item.kind) {
    case 'ranks':
      return <RanksView />;
    case 'signals':
      return <SignalsView />;
    case 'detector':
      return <DetectorView key={itemKey(item)} detector={item.detector} />;
    case 'rule':
      return <RuleView key={itemKey(item)} name={item.name} />;
    case 'draft':
      return <DraftView />;
  }
}
