import { expect, test } from 'vitest';
import { chanPresets } from '../../../src/analysis/chan/chan-presets.ts';
import { chanReasonCodes } from '../../../src/analysis/chan/chan-reason.ts';
import { parseChanConfig } from '../../../src/analysis/chan/parse-chan-config.ts';
import { chanReasonMessages } from '../../../src/shared/i18n/chan-reason-messages.ts';

test('every reason has a text in both languages', () => {
  expect(Object.keys(chanReasonMessages).toSorted()).toEqual([...chanReasonCodes].toSorted());
});

test.each(Object.entries(chanPresets))('the preset %s is a configuration', (_, overrides) => {
  expect(parseChanConfig(overrides).options).toMatchObject(overrides);
});
