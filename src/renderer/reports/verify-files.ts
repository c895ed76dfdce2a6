import { AppError } from '../../shared/app-error.ts';
import type { VerifyResult } from '../../shared/contract/reports.ts';
import type { Transport } from '../transport/transport.ts';

/**
 * Checks chosen files against the manifest among them. A file that was not chosen is looked for beside the manifest, which only the
 * desktop knows a place of. Throws `report.noManifest` where none was chosen.
 */
export async function verifyFiles(transport: Pick<Transport, 'invoke' | 'admitFile'>, files: readonly File[]): Promise<VerifyResult> {
  const manifest = files.find(({ name }) => name.endsWith('.manifest.json')) ?? (files.length === 1 ? files[0] : undefined);
  if (manifest === undefined) throw new AppError('report.noManifest');
  const given = await transport.admitFile(manifest);
  const others = await Promise.all(files.filter((file) => file !== manifest).map((file) => transport.admitFile(file)));
  try {
    return await transport.invoke('reports.verify', { manifest: given.token, files: others.map(({ token }) => token) });
  } finally {
    await Promise.all([given, ...others].map(({ token }) => transport.invoke('files.release', { token })));
  }
}
