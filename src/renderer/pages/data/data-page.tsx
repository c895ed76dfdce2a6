import { useTranslation } from 'react-i18next';

export function DataPage() {
  const { t } = useTranslation();
  return <h1>{t('data.title')}</h1>;
}
