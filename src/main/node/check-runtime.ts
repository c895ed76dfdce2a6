/** Ends the process with a plain word where the store's native addon would crash it: it needs Node-API 10. */
export function checkRuntime(): void {
  if (Number(process.versions['napi']) >= 10) return;
  process.stderr.write(`Chartroom needs Node 22.14 or newer; this is ${process.version}. Start it with npm, which uses the Node in node_modules: npm run chartroom -- …\n`);
  process.exit(1);
}
