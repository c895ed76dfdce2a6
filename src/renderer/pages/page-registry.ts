import { BellRing, CandlestickChart, Database, LayoutDashboard, LayoutGrid, Newspaper, Radar, Settings, Timer, WalletCards, type LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { MessageKey } from '../../shared/i18n/message-catalog.ts';
import { InstrumentList } from '../list/instrument-list.tsx';
import { AlertsPage } from './alerts/alerts-page.tsx';
import { DashboardPage } from './dashboard/dashboard-page.tsx';
import { DataPage } from './data/data-page.tsx';
import { IndustriesPage } from './industries/industries-page.tsx';
import { JobsPage } from './jobs/jobs-page.tsx';
import { NewsPage } from './news/news-page.tsx';
import { NewsTopics } from './news/news-topics.tsx';
import type { PageId } from './page-id.ts';
import { PortfoliosPage } from './portfolios/portfolios-page.tsx';
import { ScanList } from './scan/scan-list.tsx';
import { ScanPage } from './scan/scan-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { SymbolWorkArea } from './symbol-work-area.tsx';

export interface PageDefinition {
  readonly id: PageId;
  readonly title: MessageKey;
  readonly icon: LucideIcon;
  /** The key that opens it, where it has one. */
  readonly keys?: string;
  /** The panel on the left; pages without one have none. */
  readonly List: ComponentType | null;
  /** The middle. It draws its own `Inspector` where it has one. */
  readonly Work: ComponentType;
}

/** Every page, in the order of the rail. A page appears here only when it exists. */
export const pages: readonly PageDefinition[] = [
  { id: 'dashboard', title: 'nav.dashboard', icon: LayoutDashboard, List: null, Work: DashboardPage },
  { id: 'symbol', title: 'nav.symbol', icon: CandlestickChart, List: InstrumentList, Work: SymbolWorkArea },
  { id: 'scan', title: 'nav.scan', icon: Radar, List: ScanList, Work: ScanPage },
  { id: 'industries', title: 'nav.industries', icon: LayoutGrid, List: null, Work: IndustriesPage },
  { id: 'portfolios', title: 'nav.portfolios', icon: WalletCards, List: null, Work: PortfoliosPage },
  { id: 'news', title: 'nav.news', icon: Newspaper, List: NewsTopics, Work: NewsPage },
  { id: 'alerts', title: 'nav.alerts', icon: BellRing, List: null, Work: AlertsPage },
  { id: 'jobs', title: 'nav.jobs', icon: Timer, List: null, Work: JobsPage },
  { id: 'data', title: 'nav.data', icon: Database, List: null, Work: DataPage },
  { id: 'settings', title: 'nav.settings', icon: Settings, keys: 'Ctrl+,', List: null, Work: SettingsPage },
];

export function pageOf(id: PageId): PageDefinition {
  const page = pages.find((candidate) => candidate.id === id);
  if (page === undefined) throw new Error(`no page ${id}`);
  return page;
}
