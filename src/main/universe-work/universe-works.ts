/** Every work by its name; a thread loads only the one it runs. */
export const universeWorks = {
  'chan-logs': async () => (await import('./works/chan-logs.ts')).chanLogs,
  'newest-figures': async () => (await import('./works/newest-figures.ts')).newestFigures,
  'newest-chan-facts': async () => (await import('./works/newest-chan-facts.ts')).newestChanFacts,
};

export type UniverseWorkName = keyof typeof universeWorks;

type WorkOf<Name extends UniverseWorkName> = Awaited<ReturnType<(typeof universeWorks)[Name]>>;

export type WorkPlan<Name extends UniverseWorkName> = Parameters<WorkOf<Name>['prepare']>[0];
export type WorkSummary<Name extends UniverseWorkName> = ReturnType<WorkOf<Name>['prepare']>['summary'];
export type WorkResult<Name extends UniverseWorkName> = ReturnType<ReturnType<WorkOf<Name>['open']>>[number];
