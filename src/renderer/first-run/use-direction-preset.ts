import { useEffect, useRef } from 'react';
import type { DirectionPreset } from '../../shared/preferences.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { useDesk } from '../desk-context.ts';

const usual: Readonly<Record<Language, DirectionPreset>> = { en: 'green-up', zh: 'red-up' };

/**
 * Until the person chooses colours, they are the ones readers of the language expect: red rises in Chinese. Returns the choice; what was
 * chosen before, here or elsewhere, stays.
 */
export function useDirectionPreset(language: Language): (direction: DirectionPreset) => void {
  const { preferences, notices, transport } = useDesk();
  const settled = useRef(false);
  const preset = useRef<DirectionPreset | null>(null);
  useEffect(() => {
    const follow = async (): Promise<void> => {
      const settings = await transport.invoke('settings.list', {});
      const found = settings.find(({ key }) => key === 'ui.direction');
      const open = found === undefined || found.origin === 'default' || found.value === preset.current;
      if (!open || settled.current || (found?.value ?? null) === usual[language]) return;
      preset.current = usual[language];
      await preferences.getState().set('ui.direction', usual[language]);
    };
    follow().catch(notices.getState().showThrown);
  }, [language, preferences, notices, transport]);
  return (direction) => {
    settled.current = true;
    void preferences.getState().set('ui.direction', direction);
  };
}
