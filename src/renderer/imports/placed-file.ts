/** A file, and its place in the folder it was found in, with forward slashes. */
export interface PlacedFile {
  readonly path: string;
  readonly file: File;
}
