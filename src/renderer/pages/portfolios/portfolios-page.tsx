import { Download, FileDown, Trash2, WalletCards } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { PageView } from '../../frame/page-view.tsx';
import { ageOfRows } from '../../freshness/age-of-rows.ts';
import { chooseFiles } from '../../imports/choose-files.ts';
import { ImportPortfolioDialog } from './import-portfolio-dialog.tsx';
import { PortfolioView } from './portfolio-view.tsx';
import styles from './portfolios-page.module.css';
import { saveText } from './save-text.ts';

/** The user's portfolios: one is looked at, tables come in and go out. */
export function PortfoliosPage() {
  const { t } = useTranslation();
  const { portfolios, notices, symbols } = useDesk();
  const { list, chosen, analysis } = useStore(portfolios);
  const { load, choose, exportText, remove } = portfolios.getState();
  const [file, setFile] = useState<File | null>(null);
  const [isSure, setSure] = useState(false);
  useEffect(() => void portfolios.getState().load(), [portfolios]);
  const current = list.value?.find(({ id }) => id === chosen) ?? null;
  const rows = useStore(symbols, (state) => state.rows.value);
  const age = useMemo(() => {
    const held = new Set(current === null ? [] : analysis.value?.holdings.map(({ symbol }) => symbol));
    return ageOfRows((rows ?? []).filter(({ symbol }) => held.has(symbol)));
  }, [current, analysis.value, rows]);
  const guarded = (work: Promise<unknown>): void => void work.catch(notices.getState().showThrown);
  const pick = (): void => void chooseFiles().then(([first]) => first !== undefined && setFile(first));
  const open = (id: string): void => {
    setSure(false);
    void choose(Number(id));
  };
  const deleteNow = (id: number): void => {
    if (isSure) guarded(remove(id));
    setSure(!isSure);
  };

  const body = (): ReactNode => {
    if (list.state === 'loading') return <SkeletonRows />;
    if (list.value === null) return <ErrorView title={t('portfolio.list.failed')} error={list.error} onRetry={() => void load()} />;
    if (list.value.length === 0) {
      const action = <Button look="primary" icon={<Download size={16} aria-hidden />} onClick={pick}>{t('portfolio.importFile')}</Button>;
      return <StateView icon={<WalletCards size={24} aria-hidden />} title={t('portfolio.empty.title')} hint={t('portfolio.empty.hint')} action={action} />;
    }
    if (analysis.state === 'failed') return <ErrorView title={t('portfolio.analysis.failed')} error={analysis.error} onRetry={() => void load()} />;
    return analysis.value === null ? <SkeletonRows /> : <PortfolioView key={analysis.value.portfolio} analysis={analysis.value} />;
  };
  const choices = current !== null && (
    <div className={styles.choice}>
      <SelectField label={t('portfolio.choose')} value={String(current.id)} choices={(list.value ?? []).map(({ id, name }) => ({ value: String(id), label: name }))} onChange={open} />
    </div>
  );
  const actions = current !== null && (
    <>
      <Button icon={<Trash2 size={16} aria-hidden />} onClick={() => deleteNow(current.id)}>
        {isSure ? t('portfolio.deleteSure', { name: current.name }) : t('portfolio.delete')}
      </Button>
      <Button icon={<FileDown size={16} aria-hidden />} onClick={() => guarded(exportText(current.id).then(({ name, text }) => saveText(name, text)))}>
        {t('portfolio.export')}
      </Button>
      <Button look="primary" icon={<Download size={16} aria-hidden />} onClick={pick}>{t('portfolio.import')}</Button>
    </>
  );
  return (
    <PageView title={t('portfolio.title')} choices={choices} age={age} actions={actions}>
      {body()}
      {file !== null && <ImportPortfolioDialog file={file} name={current?.name ?? file.name.replace(/\.[^.]*$/, '').slice(0, 64)} onClose={() => setFile(null)} />}
    </PageView>
  );
}
