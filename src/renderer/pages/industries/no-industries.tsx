import { LayoutGrid } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';

/** No symbol's industry is known: what brings them in. */
export function NoIndustries() {
  const { t } = useTranslation();
  const { navigation } = useDesk();
  const action = <Button onClick={() => navigation.getState().openOverlay('import')}>{t('list.empty.action')}</Button>;
  return <StateView icon={<LayoutGrid size={24} aria-hidden />} title={t('industries.none.title')} hint={t('industries.none.hint')} action={action} />;
}
