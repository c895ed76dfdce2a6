import type { MachineProfileName } from '../../shared/contract/cache.ts';
import { languageOf, type Language } from '../../shared/i18n/language.ts';
import { feedsSettingKey, parseFeedList, type ListedFeed } from '../news/feed-list.ts';
import { readSetting, type SettingSources } from '../settings/settings.ts';

/** What the settings say of the parts of a workspace. Each is read anew when it is asked for, so a change holds at once. */
export interface SettingsInForce {
  readonly isOffline: () => boolean;
  readonly jobsArePaused: () => boolean;
  readonly language: () => Language;
  /** The convention of colours for rising and falling. */
  readonly direction: () => string;
  readonly machineProfile: () => MachineProfileName;
  /** Years of history a first refresh asks for. */
  readonly historyYears: () => number;
  /** Symbols of a refresh that a second source is asked about. */
  readonly sampledSymbols: () => number;
  /** How many days job runs and rejected rows are kept. */
  readonly keptDays: () => number;
  /** Empty when no folder is watched. */
  readonly folderPath: () => string;
  readonly folderMapping: () => string;
  readonly feeds: () => readonly ListedFeed[];
}

export function settingsInForce(sources: SettingSources): SettingsInForce {
  const text = (key: string) => (): string => String(readSetting(key, sources).value);
  const count = (key: string) => (): number => Number(readSetting(key, sources).value);
  const isOn = (key: string) => (): boolean => readSetting(key, sources).value === true;
  return {
    isOffline: isOn('network.offline'),
    jobsArePaused: isOn('jobs.paused'),
    language: () => {
      const chosen = readSetting('ui.language', sources).value;
      return chosen === 'en' || chosen === 'zh' ? chosen : languageOf(Intl.DateTimeFormat().resolvedOptions().locale);
    },
    direction: text('ui.direction'),
    machineProfile: () => (readSetting('machine.profile', sources).value === 'small' ? 'small' : 'normal'),
    historyYears: count('refresh.historyYears'),
    sampledSymbols: count('refresh.sampled'),
    keptDays: count('retention.days'),
    folderPath: text('sources.folder.path'),
    folderMapping: text('sources.folder.mapping'),
    feeds: () => parseFeedList(text(feedsSettingKey)()),
  };
}
