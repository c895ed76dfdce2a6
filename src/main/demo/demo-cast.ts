/** What happens to an invented instrument, so that every feature has something to show. Days count sessions back from the newest one. */
interface DemoStory {
  /** Shares after ÷ shares before, on a day. */
  readonly split?: { readonly day: number; readonly ratio: number };
  /** Cash per share, on a day. */
  readonly dividend?: { readonly day: number; readonly cash: number };
  readonly limitUp?: readonly number[];
  readonly limitDown?: readonly number[];
  /** No trading from the first to the second day back, both inclusive. */
  readonly suspended?: readonly [from: number, to: number];
  /** Listed this many sessions ago. */
  readonly listed?: number;
  /** Last traded this many sessions ago, for good. */
  readonly delisted?: number;
  /** Its bar of this day is missing from the file. */
  readonly missing?: number;
  /** The file ends this many sessions early, though it still trades. */
  readonly stale?: number;
  /** The figures of this year were corrected later. */
  readonly restated?: number;
  /** The last stretch follows a drawn path instead of chance: a lower low on weaker momentum, then swings that build a zone. */
  readonly path?: 'divergence' | 'structure' | 'flip';
  readonly intraday?: boolean;
}

export interface DemoInstrument {
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly market: 'CN' | 'HK' | 'US';
  readonly sector: DemoSector;
  readonly price: number;
  /** Daily volatility of its own, as a fraction. */
  readonly volatility: number;
  readonly beta: number;
  readonly story: DemoStory;
}

const demoSectors = ['technology', 'energy', 'finance', 'health', 'consumer', 'industry'] as const;
type DemoSector = (typeof demoSectors)[number];

/** As industry lists show them. */
export const demoSectorNames: Readonly<Record<DemoSector, string>> = {
  technology: 'Technology', energy: 'Energy', finance: 'Finance', health: 'Health', consumer: 'Consumer', industry: 'Industry',
};

/** Every name is invented; none is, or stands for, a real company. */
export const demoCast: readonly DemoInstrument[] = [
  { code: 'CN01', nameEn: 'Qingying Circuits', nameZh: '青萤电路', market: 'CN', sector: 'technology', price: 38, volatility: 0.019, beta: 1.2, story: { path: 'structure', intraday: true } },
  { code: 'CN02', nameEn: 'Yunsuo Optics', nameZh: '云梭光学', market: 'CN', sector: 'technology', price: 22, volatility: 0.023, beta: 1.3, story: { limitUp: [46, 45, 44, 12] } },
  { code: 'CN03', nameEn: 'Yuanzhao Solar', nameZh: '垣照光伏', market: 'CN', sector: 'energy', price: 15, volatility: 0.022, beta: 1.1, story: { limitDown: [61, 60], suspended: [59, 49] } },
  { code: 'CN04', nameEn: 'Beigeng Coal', nameZh: '北埂煤能', market: 'CN', sector: 'energy', price: 11, volatility: 0.015, beta: 0.8, story: { dividend: { day: 140, cash: 0.6 } } },
  { code: 'CN05', nameEn: 'Haiji Bank', nameZh: '海楫银行', market: 'CN', sector: 'finance', price: 7, volatility: 0.01, beta: 0.6, story: { dividend: { day: 90, cash: 0.28 } } },
  { code: 'CN06', nameEn: 'Mingqiang Biotech', nameZh: '明蔷生物', market: 'CN', sector: 'health', price: 64, volatility: 0.024, beta: 1, story: { path: 'divergence' } },
  { code: 'CN07', nameEn: 'Helu Dairy', nameZh: '禾露乳业', market: 'CN', sector: 'consumer', price: 27, volatility: 0.013, beta: 0.7, story: { split: { day: 320, ratio: 2 }, dividend: { day: 75, cash: 0.35 } } },
  { code: 'CN08', nameEn: 'Chenyuan Rail', nameZh: '辰辕轨交', market: 'CN', sector: 'industry', price: 9, volatility: 0.016, beta: 0.9, story: { missing: 33 } },
  { code: 'HK01', nameEn: 'Kelpgate Cloud', nameZh: '海藻门云', market: 'HK', sector: 'technology', price: 180, volatility: 0.021, beta: 1.2, story: { path: 'flip' } },
  { code: 'HK02', nameEn: 'Sandlantern Games', nameZh: '沙灯互娱', market: 'HK', sector: 'technology', price: 44, volatility: 0.024, beta: 1.1, story: {} },
  { code: 'HK03', nameEn: 'Tidepipe Gas', nameZh: '潮管燃气', market: 'HK', sector: 'energy', price: 12, volatility: 0.012, beta: 0.5, story: { dividend: { day: 110, cash: 0.4 } } },
  { code: 'HK04', nameEn: 'Anchorvane Assurance', nameZh: '锚羽保险', market: 'HK', sector: 'finance', price: 66, volatility: 0.015, beta: 0.9, story: {} },
  { code: 'HK05', nameEn: 'Jadefern Clinics', nameZh: '翠蕨医疗', market: 'HK', sector: 'health', price: 23, volatility: 0.019, beta: 0.8, story: { listed: 180 } },
  { code: 'HK06', nameEn: 'Ridgebasket Retail', nameZh: '岭篮零售', market: 'HK', sector: 'consumer', price: 8, volatility: 0.018, beta: 0.9, story: { delisted: 220 } },
  { code: 'HK07', nameEn: 'Gullcrane Port', nameZh: '鸥鹤港务', market: 'HK', sector: 'industry', price: 14, volatility: 0.013, beta: 0.7, story: { stale: 9 } },
  { code: 'US01', nameEn: 'Northmoss Semiconductor', nameZh: '北苔半导体', market: 'US', sector: 'technology', price: 140, volatility: 0.02, beta: 1.4, story: { split: { day: 260, ratio: 4 }, intraday: true } },
  { code: 'US02', nameEn: 'Quillmere Software', nameZh: '羽湖软件', market: 'US', sector: 'technology', price: 85, volatility: 0.018, beta: 1.2, story: {} },
  { code: 'US03', nameEn: 'Drygrass Wind Power', nameZh: '枯草风电', market: 'US', sector: 'energy', price: 31, volatility: 0.02, beta: 1, story: {} },
  { code: 'US04', nameEn: 'Saltpan Oil', nameZh: '盐盘石油', market: 'US', sector: 'energy', price: 57, volatility: 0.016, beta: 0.8, story: { dividend: { day: 50, cash: 0.55 } } },
  { code: 'US05', nameEn: 'Ferrywick Savings', nameZh: '渡口储蓄', market: 'US', sector: 'finance', price: 42, volatility: 0.014, beta: 0.9, story: {} },
  { code: 'US06', nameEn: 'Umbelline Therapeutics', nameZh: '伞花制药', market: 'US', sector: 'health', price: 96, volatility: 0.022, beta: 0.9, story: { restated: 2024 } },
  { code: 'US07', nameEn: 'Oatvane Foods', nameZh: '燕麦风食品', market: 'US', sector: 'consumer', price: 48, volatility: 0.011, beta: 0.5, story: { dividend: { day: 30, cash: 0.42 } } },
  { code: 'US08', nameEn: 'Ironbracket Machinery', nameZh: '铁托架机械', market: 'US', sector: 'industry', price: 73, volatility: 0.015, beta: 1, story: {} },
  { code: 'US09', nameEn: 'Silverloam Freight', nameZh: '银壤货运', market: 'US', sector: 'industry', price: 28, volatility: 0.017, beta: 1, story: {} },
];
