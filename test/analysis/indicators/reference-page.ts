import type { Indicator } from '../../../src/analysis/indicators/indicator.ts';
import type { Parameter, Parameters, ParameterValue } from '../../../src/analysis/indicators/parameter.ts';
import { priceProfiles, type PriceProfile } from '../../../src/analysis/indicators/price-profiles.ts';
import { indicators } from '../../../src/analysis/indicators/registry.ts';
import { resolveParameters } from '../../../src/analysis/indicators/resolve-parameters.ts';

const words = {
  en: {
    title: 'Indicators', id: 'Id', inputs: 'Inputs', pane: 'Pane', price: 'on the price', own: 'its own', needs: 'Bars needed', outputs: 'Outputs',
    parameter: 'Parameter', values: 'Allowed', initial: 'Default', presets: 'Presets', source: 'Source', ratio: 'Needs prices above zero; refuses prices adjusted by an amount.',
    profile: 'By price, not by bar: on the chart as an overlay, on the command line in `profiles`.',
    intro: 'Made from the registry of indicators. A missing value starts an indicator afresh; a figure that does not apply has no value.',
  },
  zh: {
    title: '指标', id: '代号', inputs: '所需数据', pane: '窗格', price: '主图', own: '副图', needs: '所需 K 线数', outputs: '输出',
    parameter: '参数', values: '允许', initial: '默认', presets: '预设', source: '出处', ratio: '要求价格大于零；不接受按金额平移的复权价格。',
    profile: '按价格而非按 K 线给出：图上为叠加层，命令行输出在 `profiles` 中。',
    intro: '本页由指标注册表生成。缺值之后指标重新起算；不适用的数值不显示。',
  },
} as const;

/** The reference page of all indicators as Markdown, from the registry alone. */
export function referencePage(language: 'en' | 'zh'): string {
  const text = words[language];
  const sections = [...indicators.flatMap((indicator) => section(indicator, language)), ...priceProfiles.flatMap((profile) => profileSection(profile, language))];
  return [`# ${text.title}`, '', text.intro, '', ...sections].join('\n');
}

function profileSection(profile: PriceProfile, language: 'en' | 'zh'): string[] {
  const text = words[language];
  return [
    `## ${profile.name[language]}`,
    '',
    `- ${text.id}: \`${profile.id}\``,
    `- ${text.inputs}: ${profile.inputs.join(', ')}`,
    `- ${text.profile}`,
    `- ${text.source}: ${profile.source}`,
    '',
    ...parameterTable(profile.parameters, language),
  ];
}

function section(indicator: Indicator, language: 'en' | 'zh'): string[] {
  const text = words[language];
  const outputs = Object.entries(indicator.outputs).map(([name, { label }]) => `\`${name}\` ${label[language]}`);
  const presets = Object.entries(indicator.presets).map(([name, values]) => `${name} (${valuesText(values)})`);
  return [
    `## ${indicator.name[language]}`,
    '',
    `- ${text.id}: \`${indicator.id}\``,
    `- ${text.inputs}: ${indicator.inputs.join(', ')}`,
    `- ${text.pane}: ${text[indicator.pane]}`,
    `- ${text.needs}: ${indicator.warmUp(resolveParameters(indicator)) + 1}`,
    `- ${text.outputs}: ${outputs.join(', ')}`,
    `- ${text.presets}: ${presets.join('; ')}`,
    `- ${text.source}: ${indicator.source}`,
    ...(indicator.needsPositivePrices === true ? [`- ${text.ratio}`] : []),
    '',
    ...parameterTable(indicator.parameters, language),
  ];
}

function parameterTable(table: Parameters, language: 'en' | 'zh'): string[] {
  const text = words[language];
  const parameters = Object.entries(table);
  if (parameters.length === 0) return [];
  return [
    `| ${text.parameter} | | ${text.values} | ${text.initial} |`,
    '| --- | --- | --- | --- |',
    ...parameters.map(([name, parameter]) => `| \`${name}\` | ${parameter.label[language]} | ${allowed(parameter)} | ${parameter.default} |`),
    '',
  ];
}

function allowed(parameter: Parameter): string {
  return parameter.kind === 'choice' ? parameter.options.join(', ') : `${parameter.min} – ${parameter.max}`;
}

function valuesText(values: Readonly<Record<string, ParameterValue | undefined>>): string {
  return Object.entries(values).map(([name, value]) => `${name} ${value}`).join(', ') || '–';
}
